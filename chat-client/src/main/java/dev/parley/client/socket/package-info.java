/**
 * One WebSocket: how a client asks for it, what is written to it and read from it. It does not come
 * back by itself; {@link dev.parley.client.ChatClient} does.
 */
package dev.parley.client.socket;
