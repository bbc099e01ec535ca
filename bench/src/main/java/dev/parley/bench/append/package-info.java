/** The history service by itself: appends as the gateways make them. */
package dev.parley.bench.append;
