package dev.parley.stack.redis;

import dev.parley.stack.StackPart;
import dev.parley.stack.process.LaunchPlan;
import dev.parley.stack.process.ProcessEvent;
import dev.parley.stack.process.Signal;
import dev.parley.stack.process.SupervisedProcess;
import dev.parley.stack.state.Secret;
import dev.parley.stack.state.StackState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A real Redis, run from an embedded binary. It keeps nothing on disk, because nothing in it is
 * durable. It only listens on the loopback interface, and requires a password.
 */
public final class LocalRedis implements StackPart, AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  /** The services' user. Tools of the stack use Redis's default user. */
  private static final String SERVICES = "parley";

  /**
   * They may use their own keys and channels, and no command that concerns others, except that a
   * gateway may end a connection that it has given up.
   */
  private static final String RIGHTS =
      "resetkeys ~parley:* resetchannels &parley:* +@all -@admin -@dangerous +client|kill +client|info";

  private final SupervisedProcess process;
  private final int port;
  private final String password;

  private LocalRedis(SupervisedProcess process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /** Starts it, and does not wait. */
  public static LocalRedis launch(
      int port, String password, Path log, Consumer<ProcessEvent> events) {
    RedisPing ping = new RedisPing(port, password);
    SupervisedProcess process =
        new SupervisedProcess(plan(port, password, log), pid -> ping.isAnswered(), events);
    process.launch();
    return new LocalRedis(process, port, password);
  }

  /**
   * The configuration comes from standard input, so that no file or argument contains the password.
   */
  private static LaunchPlan plan(int port, String password, Path log) {
    List<String> command = List.of(RedisBinary.locate().toString(), "-");
    String configuration =
        String.format(
            Locale.ROOT,
            """
        port %d
        bind 127.0.0.1
        requirepass %s
        user %s on >%s %s
        save ""
        appendonly no
        daemonize no
        """,
            port,
            password,
            SERVICES,
            servicesPassword(password),
            RIGHTS);
    return new LaunchPlan("redis", command, Map.of(), configuration, log, Signal.TERM);
  }

  public LocalRedis awaitReady() {
    process.awaitReady(START_LIMIT);
    return this;
  }

  /** The address with the password: {@code redis://:secret@127.0.0.1:23456}. */
  public String url() {
    return cache(port, password).url();
  }

  /** The address of a Redis on this port. */
  public static StackState.Cache cache(int port, String password) {
    return new StackState.Cache(
        String.format(Locale.ROOT, "redis://:%s@127.0.0.1:%d", password, port));
  }

  /**
   * The services' address.
   *
   * @param owners the address for tools of the stack
   */
  public static StackState.Cache ofServices(StackState.Cache owners) {
    URI uri = URI.create(owners.url());
    String password = servicesPassword(uri.getUserInfo().substring(1));
    return new StackState.Cache(
        String.format(
            Locale.ROOT, "redis://%s:%s@%s:%d", SERVICES, password, uri.getHost(), uri.getPort()));
  }

  private static String servicesPassword(String ownersPassword) {
    return Secret.derived(ownersPassword, "Redis user " + SERVICES);
  }

  public String password() {
    return password;
  }

  public int port() {
    return port;
  }

  @Override
  public SupervisedProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.stop(STOP_LIMIT);
  }
}
