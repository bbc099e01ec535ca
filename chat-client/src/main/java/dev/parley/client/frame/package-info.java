/**
 * What client and server say on a WebSocket, as docs/protocol.md has it. {@link
 * dev.parley.client.frame.FrameReader} makes {@link dev.parley.client.frame.ServerFrame}s of texts,
 * {@link dev.parley.client.frame.FrameWriter} makes texts of {@link
 * dev.parley.client.frame.ClientFrame}s.
 */
package dev.parley.client.frame;
