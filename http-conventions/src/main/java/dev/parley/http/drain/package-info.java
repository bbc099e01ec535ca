/**
 * How a process stops: it says that it is not ready, finishes what is in flight, and only then
 * closes what is open.
 */
package dev.parley.http.drain;
