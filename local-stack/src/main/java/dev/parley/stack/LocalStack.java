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
   * @throws StackException its message says what to do; nothing is left running
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

  /** The address of the edge, for clients and browsers: {@code http://localhost:8000}. */
  public URI address() {
    return address.uri();
  }

  /** The addresses to open from other machines; empty if only this machine can connect. */
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

  /** Stops everything in order; the data stays. You may call it twice. */
  @Override
  public void close() {
    parts.close();
  }
}
