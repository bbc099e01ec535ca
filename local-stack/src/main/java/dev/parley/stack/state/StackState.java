package dev.parley.stack.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * stack.json: what a tool needs to find and use every part of a stack that starts or runs. It
 * contains secrets.
 *
 * @param address the edge's address, {@code http://localhost:8000}
 * @param ready false while the stack starts
 * @param processes in the order of their start; the first is the stack itself
 */
public record StackState(
    String address,
    boolean ready,
    @JsonProperty("started_at") String startedAt,
    String data,
    List<RunningProcess> processes,
    Database postgres,
    Cache redis) {

  public static final String ITSELF = "stack";

  public StackState {
    processes = processes == null ? List.of() : List.copyOf(processes);
  }

  /** The process with this name. */
  public Optional<RunningProcess> process(String name) {
    return processes.stream().filter(process -> process.name().equals(name)).findFirst();
  }

  /** The login for PostgreSQL. */
  public record Database(@JsonProperty("jdbc_url") String jdbcUrl, String user, String password) {
    @Override
    public String toString() {
      return "Database[" + jdbcUrl + "]";
    }
  }

  /** The address of Redis; the URL contains the password. */
  public record Cache(String url) {
    @Override
    public String toString() {
      return "Cache[…]";
    }
  }
}
