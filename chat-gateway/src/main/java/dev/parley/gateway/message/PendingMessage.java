package dev.parley.gateway.message;

import dev.parley.gateway.connection.Connection;
import dev.parley.protocol.internal.NewMessage;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * A message on its way to be stored, and who sent it.
 *
 * @param sinceNanos when it came, by {@link System#nanoTime()}
 * @param settled completed when the message's fate is known
 */
record PendingMessage(
    Connection sender, NewMessage message, long sinceNanos, UniEmitter<? super Void> settled) {}
