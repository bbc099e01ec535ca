package dev.parley.stack.postgres;

import dev.parley.stack.StackPart;
import dev.parley.stack.process.LaunchPlan;
import dev.parley.stack.process.ProcessEvent;
import dev.parley.stack.process.Signal;
import dev.parley.stack.process.SupervisedProcess;
import dev.parley.stack.state.StackState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A real PostgreSQL, run from an embedded binary. A confirmed commit is on disk, because fsync and
 * synchronous_commit are on. It only listens on the loopback interface and requires a password, so
 * no other user of the machine can connect.
 */
public final class LocalPostgres implements StackPart, AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** Long enough for a checkpoint on a slow disk. */
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "timezone", "UTC",
          "log_timezone", "UTC",
          "max_connections", "200");

  private final SupervisedProcess process;
  private final int port;
  private final String password;

  private LocalPostgres(SupervisedProcess process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts on these files, or creates them, and does not wait.
   *
   * @param passwordIsNew existing files may still have another password
   */
  public static LocalPostgres launch(
      Path folder,
      int port,
      String password,
      boolean passwordIsNew,
      Path log,
      Consumer<ProcessEvent> events) {
    PostgresCluster cluster = new PostgresCluster(PostgresBinaries.locate(), folder);
    prepare(cluster, password, passwordIsNew);
    SupervisedProcess process =
        new SupervisedProcess(plan(cluster, port, log), new PostgresReadiness(folder), events);
    process.launch();
    return new LocalPostgres(process, port, password);
  }

  private static void prepare(PostgresCluster cluster, String password, boolean passwordIsNew) {
    if (!cluster.exists()) {
      cluster.create(password);
      return;
    }
    cluster.requireReadable();
    if (passwordIsNew) {
      cluster.changePassword(password);
    } else if (!cluster.isOpenToServices()) {
      cluster.openToServices(password);
    }
  }

  private static LaunchPlan plan(PostgresCluster cluster, int port, Path log) {
    List<String> arguments =
        new ArrayList<>(List.of("-D", cluster.folder().toString(), "-p", Integer.toString(port)));
    SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    List<String> command = cluster.binaries().command("postgres", arguments);
    return new LaunchPlan("postgres", command, Map.of(), "", log, Signal.INT);
  }

  public LocalPostgres awaitReady() {
    process.awaitReady(START_LIMIT);
    return this;
  }

  /** How to log in to one that listens on this port. */
  public static StackState.Database database(int port, String password) {
    return new StackState.Database(
        String.format(
            Locale.ROOT, "jdbc:postgresql://127.0.0.1:%d/%s", port, PostgresCluster.DATABASE),
        PostgresCluster.ROLE,
        password);
  }

  public String jdbcUrl() {
    return database(port, password).jdbcUrl();
  }

  public String username() {
    return PostgresCluster.ROLE;
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

  /** Ends open transactions, writes everything to disk, and waits for that. */
  @Override
  public void close() {
    process.stop(STOP_LIMIT);
  }
}
