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
 * A real Redis, run from an embedded binary. It keeps nothing on disk: nothing durable is in it. It
 * listens on the loopback interface only, and asks for a password.
 */
public final class LocalRedis implements StackPart, AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  /** As whom the services are there; whoever looks after the stack is Redis's own default user. */
  private static final String SERVICES = "parley";

  /**
   * Their own keys and channels, and no command that concerns others; but a gateway may end a
   * connection that it has given up.
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

  /** The configuration comes by standard input, so that the password is in no file or argument. */
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

  /** With the password: {@code redis://:secret@127.0.0.1:23456}. */
  public String url() {
    return cache(port, password).url();
  }

  /** How to reach one that listens on this port. */
  public static StackState.Cache cache(int port, String password) {
    return new StackState.Cache(
        String.format(Locale.ROOT, "redis://:%s@127.0.0.1:%d", password, port));
  }

  /**
   * How the services reach it.
   *
   * @param owners how whoever looks after the stack does
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
