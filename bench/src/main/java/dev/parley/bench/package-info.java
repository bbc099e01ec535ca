/**
 * The benchmark: measures a Parley of its own as whole processes, and a bare Netty server beside it
 * in the same run.
 */
package dev.parley.bench;
