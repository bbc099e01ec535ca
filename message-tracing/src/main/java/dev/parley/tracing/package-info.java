/**
 * The way of a message from socket to socket, as spans. Each message is a trace of its own, though
 * most steps are taken by many at once: docs/adr/0009 says why.
 *
 * <pre>
 * receive message        gateway    from the arrival of its frame until its sender is answered
 *   append message       history    from the arrival of the request until the commit is answered
 *   publish message      gateway    until it is handed to the connection to Redis
 *     deliver message    each gateway    until its connections' event loops have it
 * </pre>
 *
 * <p>A span has the place of its message, and nothing of what was said, by whom, or of any token.
 */
package dev.parley.tracing;
