package dev.parley.history.append;

import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One request that waits for its commit. */
record WaitingAppend(List<Command> commands, CompletableFuture<List<Receipt>> answer) {

  /** An arrival or a departure writes the room's log and an inbox. */
  private static final int LOGS_OF_A_MEMBER = 2;

  WaitingAppend(List<Command> commands) {
    this(List.copyOf(commands), new CompletableFuture<>());
  }

  int size() {
    return commands.size();
  }

  /** At most, by which transactions are limited: one command may write many events. */
  int events() {
    return commands.stream().mapToInt(command -> events(command.act())).sum();
  }

  private static int events(Act act) {
    return act instanceof Act.CreateRoom create
        ? LOGS_OF_A_MEMBER * (1 + create.members().size())
        : 1;
  }

  int characters() {
    return commands.stream().mapToInt(command -> characters(command.act())).sum();
  }

  private static int characters(Act act) {
    if (act instanceof Act.Post post) {
      return post.content().value().length();
    }
    return act instanceof Act.Edit edit ? edit.content().value().length() : 0;
  }

  /** Nobody waits for it any more: it took too long, and its sender got an error. */
  boolean isAbandoned() {
    return answer.isDone();
  }
}
