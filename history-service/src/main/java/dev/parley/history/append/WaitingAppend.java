package dev.parley.history.append;

import dev.parley.protocol.internal.AppendMessages.Receipt;
import dev.parley.protocol.internal.NewMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One request that waits for its commit. */
record WaitingAppend(List<NewMessage> messages, CompletableFuture<List<Receipt>> answer) {

  WaitingAppend(List<NewMessage> messages) {
    this(List.copyOf(messages), new CompletableFuture<>());
  }

  int size() {
    return messages.size();
  }

  int characters() {
    return messages.stream().mapToInt(message -> message.content().value().length()).sum();
  }

  /** Nobody waits for it any more: it took too long, and its sender got an error. */
  boolean isAbandoned() {
    return answer.isDone();
  }
}
