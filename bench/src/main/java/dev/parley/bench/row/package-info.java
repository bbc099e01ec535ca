/** The rows of the benchmark: what each of them measures, and how. */
package dev.parley.bench.row;
