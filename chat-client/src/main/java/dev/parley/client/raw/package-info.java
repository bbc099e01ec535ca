/**
 * HTTP and WebSocket by hand, for tests that send what no proper client can be made to send. A bot
 * needs none of it.
 */
package dev.parley.client.raw;
