package dev.parley.stack;

import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.redis.LocalRedis;
import java.net.URI;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The whole of Parley as local processes: PostgreSQL, Redis, the services and the edge. A part that
 * dies is started again, with a growing delay and five times at most; the progress lines tell.
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.start(StackOptions.defaults().withPort(0).withData(folder))) {
 *   HttpRequest.newBuilder(stack.address().resolve("/users"));
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {

  private final StackParts parts;
  private final ListenAddress address;

  private LocalStack(StackParts parts, ListenAddress address) {
    this.parts = parts;
    this.address = address;
  }

  /**
   * Starts everything, and returns when it is usable.
   *
   * @throws StackException whose message says what to do; nothing is left running then
   */
  public static LocalStack start(StackOptions options) {
    StackParts parts = new StackParts(options.progress());
    try {
      ListenAddress address = new StackStart(options, parts).run();
      return new LocalStack(parts, address);
    } catch (RuntimeException e) {
      parts.close();
      if (parts.isEnding()) {
        LockSupport.park(parts);
      }
      throw e;
    }
  }

  /** Of the edge, where clients and browsers go: {@code http://localhost:8000}. */
  public URI address() {
    return address.uri();
  }

  /** What people at other machines open; empty if only this machine gets in. */
  public List<URI> addressesForOthers() {
    return new NetworkAddresses(address).ofOthers();
  }

  public List<ServiceProcess> gateways() {
    return parts.services(ServiceKind.GATEWAY);
  }

  public List<ServiceProcess> auth() {
    return parts.services(ServiceKind.AUTH);
  }

  public List<ServiceProcess> history() {
    return parts.services(ServiceKind.HISTORY);
  }

  public LocalPostgres postgres() {
    return parts.postgres();
  }

  public LocalRedis redis() {
    return parts.redis();
  }

  /** Stops everything in good order; the data stays. May be called twice. */
  @Override
  public void close() {
    parts.close();
  }
}
