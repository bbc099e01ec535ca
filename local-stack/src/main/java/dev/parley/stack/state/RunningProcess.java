package dev.parley.stack.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of stack.json: {@code
 * {"name":"gateway-1","pid":4711,"started_at":"2026-11-22T20:15:30.120Z","http_port":23456,"management_port":23457,"log":"/…/gateway-1.log"}}.
 * A part without such a port leaves it out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunningProcess(
    String name,
    long pid,
    @JsonProperty("started_at") String startedAt,
    @JsonProperty("http_port") Integer httpPort,
    @JsonProperty("management_port") Integer managementPort,
    String log) {

  /** The kernel's clock gives the start of a process only in coarse steps. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  /**
   * The process itself, if it still runs. Empty if its pid now belongs to another process, which
   * has another start time.
   */
  @JsonIgnore
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
  }

  private boolean startedThen(ProcessHandle handle) {
    Instant then = Instant.parse(startedAt);
    return handle
        .info()
        .startInstant()
        .filter(start -> Duration.between(start, then).abs().compareTo(CLOCK_TOLERANCE) <= 0)
        .isPresent();
  }
}
