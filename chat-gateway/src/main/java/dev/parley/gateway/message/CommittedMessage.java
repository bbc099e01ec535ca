package dev.parley.gateway.message;

import dev.parley.protocol.internal.StoredMessage;
import dev.parley.tracing.MessageSpan;

/**
 * A message that this gateway has to bring to all of them.
 *
 * @param span ends when it is published
 */
record CommittedMessage(StoredMessage message, MessageSpan span) {}
