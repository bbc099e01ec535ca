/**
 * The load generator's sockets: many WebSockets on one event loop, read without allocation.
 * Everything here belongs to that event loop unless it says otherwise.
 */
package dev.parley.bench.client;
