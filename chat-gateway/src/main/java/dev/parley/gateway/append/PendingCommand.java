package dev.parley.gateway.append;

import dev.parley.gateway.connection.Connection;
import dev.parley.protocol.append.Command;
import dev.parley.tracing.MessageSpan;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * A command on its way to be stored, and who sent it.
 *
 * @param sinceNanos when its frame was read, by {@link System#nanoTime()}
 * @param settled completed when the command's fate is known
 * @param span ends then
 */
record PendingCommand(
    Connection sender,
    Command command,
    long sinceNanos,
    UniEmitter<? super Void> settled,
    MessageSpan span) {}
