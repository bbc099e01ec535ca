/**
 * The floor: a bare Netty server that does only what every chat must do. It has no parsing, no
 * storage and no Redis, only one event loop and frames encoded beforehand.
 */
package dev.parley.bench.floor;
