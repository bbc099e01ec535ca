/** HTTP and WebSocket by hand, since proper clients refuse to send what is sent here. */
package dev.parley.fuzz.wire;
