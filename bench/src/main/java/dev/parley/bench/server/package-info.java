/** The measured systems: a Parley of whole processes, and the floor. */
package dev.parley.bench.server;
