/** The rows of the benchmark. */
package dev.parley.bench.row;
