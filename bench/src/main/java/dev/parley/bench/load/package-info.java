/** What clients do while something is measured. */
package dev.parley.bench.load;
