/** Measures the history service alone, with appends like those of the gateways. */
package dev.parley.bench.append;
