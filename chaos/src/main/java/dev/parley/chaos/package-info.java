/**
 * The chaos checker kills parts of a Parley under load, and checks what the clients saw against
 * every promise.
 */
package dev.parley.chaos;
