/** What clients do during a measurement. */
package dev.parley.bench.load;
