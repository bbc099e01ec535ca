package dev.parley.gateway.connection;

import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.ConversationId;

/** A message on its way to connections: its ready frame, and its place. */
public record Delivery(ConversationId conversation, long seq, EncodedFrame frame) {}
