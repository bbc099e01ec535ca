package dev.parley.stack;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to start a {@link LocalStack}. Take {@link #defaults()} and change what differs.
 *
 * @param root the project's folder, with the built services
 * @param data the folder for PostgreSQL's files, secrets, logs and stack.json
 * @param host the address that the edge listens on
 * @param port the edge's port; 0 for any free one
 * @param debug whether the auth service answers {@code /debug/*}
 * @param environment for every service, on top of this process's own
 * @param progress takes one line for each step
 */
public record StackOptions(
    Path root,
    Path data,
    String host,
    int port,
    int gateways,
    int auths,
    int histories,
    boolean debug,
    Map<String, String> environment,
    Consumer<String> progress) {

  private static final int MOST_REPLICAS = 16;
  private static final int LAST_PORT = 65_535;

  public StackOptions {
    requireReplicas(gateways, "gateways");
    requireReplicas(auths, "auth services");
    requireReplicas(histories, "history services");
    if (port < 0 || port > LAST_PORT) {
      throw new StackException("The port must be between 0 and 65535; it is " + port + ".");
    }
    root = root.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  private static void requireReplicas(int number, String of) {
    if (number < 1 || number > MOST_REPLICAS) {
      throw new StackException(
          String.format(
              Locale.ROOT,
              "The number of %s must be between 1 and %d; it is %d.",
              of,
              MOST_REPLICAS,
              number));
    }
  }

  /** The value of this variable for the services; empty if it has none. */
  String variable(String name) {
    String own = environment.get(name);
    return own != null ? own : Optional.ofNullable(System.getenv(name)).orElse("");
  }

  /**
   * Two gateways on http://localhost:8000, with data in the folder {@code .parley} of the project.
   */
  public static StackOptions defaults() {
    Path root = ProjectRoot.find();
    return new StackOptions(
        root, root.resolve(".parley"), "127.0.0.1", 8000, 2, 1, 1, false, Map.of(), line -> {});
  }

  public StackOptions withData(Path folder) {
    return new StackOptions(
        root, folder, host, port, gateways, auths, histories, debug, environment, progress);
  }

  public StackOptions withHost(String address) {
    return new StackOptions(
        root, data, address, port, gateways, auths, histories, debug, environment, progress);
  }

  public StackOptions withPort(int number) {
    return new StackOptions(
        root, data, host, number, gateways, auths, histories, debug, environment, progress);
  }

  public StackOptions withGateways(int number) {
    return new StackOptions(
        root, data, host, port, number, auths, histories, debug, environment, progress);
  }

  public StackOptions withAuths(int number) {
    return new StackOptions(
        root, data, host, port, gateways, number, histories, debug, environment, progress);
  }

  public StackOptions withHistories(int number) {
    return new StackOptions(
        root, data, host, port, gateways, auths, number, debug, environment, progress);
  }

  public StackOptions withDebug(boolean on) {
    return new StackOptions(
        root, data, host, port, gateways, auths, histories, on, environment, progress);
  }

  public StackOptions withEnvironment(Map<String, String> variables) {
    return new StackOptions(
        root, data, host, port, gateways, auths, histories, debug, variables, progress);
  }

  public StackOptions withProgress(Consumer<String> lines) {
    return new StackOptions(
        root, data, host, port, gateways, auths, histories, debug, environment, lines);
  }
}
