/**
 * The floor: a bare Netty server that does what no chat could do with less. No parsing, no storage,
 * no Redis; one event loop, frames encoded beforehand.
 */
package dev.parley.bench.floor;
