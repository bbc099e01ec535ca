package dev.parley.protocol.append;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.protocol.internal.TraceParent;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /internal/commands} of the history service decides each command of the batch, in
 * order, and commits what they make together. It answers 503 if it cannot do that now; the gateway
 * can then send the same batch again.
 */
public final class AppendCommands {

  public static final int MAX_COMMANDS = 500;

  private AppendCommands() {}

  /**
   * In the order in which they are decided.
   *
   * @param traces of those commands that are traced, by their index; not written where none is
   */
  public record Request(
      List<Command> commands,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Integer, TraceParent> traces) {
    public Request {
      commands = List.copyOf(commands);
      traces = traces == null ? Map.of() : Map.copyOf(traces);
      if (commands.isEmpty() || commands.size() > MAX_COMMANDS) {
        throw new IllegalArgumentException("a request must have 1 to 500 commands");
      }
      int end = commands.size();
      if (traces.keySet().stream().anyMatch(index -> index < 0 || index >= end)) {
        throw new IllegalArgumentException("a trace must belong to a command of its request");
      }
    }

    public Request(List<Command> commands) {
      this(commands, Map.of());
    }
  }

  /** One receipt for each command, in the order of the request. */
  public record Answer(List<Receipt> receipts) {
    public Answer {
      receipts = List.copyOf(receipts);
    }
  }
}
