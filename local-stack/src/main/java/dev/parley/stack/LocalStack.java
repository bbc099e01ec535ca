package dev.parley.stack;

import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.redis.LocalRedis;
import java.net.URI;
import java.util.List;

/**
 * The whole of Parley as local processes: PostgreSQL, Redis, the services and the edge.
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.start(StackOptions.defaults().withPort(0).withData(folder))) {
 *   HttpRequest.newBuilder(stack.address().resolve("/users"));
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {

  private LocalStack() {}

  /**
   * Starts everything, and returns when it is usable.
   *
   * @throws StackException whose message says what to do; nothing is left running then
   */
  public static LocalStack start(StackOptions options) {
    options.progress().accept("Not yet");
    return new LocalStack();
  }

  /** Of the edge, where clients and browsers go: {@code http://localhost:8000}. */
  public URI address() {
    return URI.create("");
  }

  public List<ServiceProcess> gateways() {
    return List.of();
  }

  public List<ServiceProcess> auth() {
    return List.of();
  }

  public List<ServiceProcess> history() {
    return List.of();
  }

  public LocalPostgres postgres() {
    return null;
  }

  public LocalRedis redis() {
    return null;
  }

  /** Stops everything in good order; the data stays. May be called twice. */
  @Override
  public void close() {}
}
