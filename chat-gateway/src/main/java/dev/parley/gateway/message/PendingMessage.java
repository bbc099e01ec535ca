package dev.parley.gateway.message;

import dev.parley.gateway.connection.Connection;
import dev.parley.protocol.internal.NewMessage;
import dev.parley.tracing.MessageSpan;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * A message on its way to be stored, and who sent it.
 *
 * @param sinceNanos when its frame was read, by {@link System#nanoTime()}
 * @param settled completed when the message's fate is known
 * @param span ends then
 */
record PendingMessage(
    Connection sender,
    NewMessage message,
    long sinceNanos,
    UniEmitter<? super Void> settled,
    MessageSpan span) {}
