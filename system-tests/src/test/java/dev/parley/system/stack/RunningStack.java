package dev.parley.system.stack;

import dev.parley.stack.LocalStack;
import dev.parley.stack.ServiceProcess;
import dev.parley.stack.StackOptions;
import dev.parley.stack.StackPart;
import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.redis.LocalRedis;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole of Parley on free ports and a data folder of its own, with debugging switched on: with
 * two gateways, or with two of every service. Addresses change with {@link #restart()}: ask for
 * them when they are needed.
 */
public final class RunningStack implements AutoCloseable {

  /** The tests register hundreds of users; what a hash should cost is tested beside the hashes. */
  private static final Map<String, String> CHEAP_PASSWORDS =
      Map.of("PARLEY_PASSWORDS_ITERATIONS", "10000");

  /** Also short lives, so that the tests need not wait, and no limit to how fast they send. */
  private static final Map<String, String> FOR_FAULTS =
      Map.of(
          "PARLEY_PASSWORDS_ITERATIONS", "10000",
          "PARLEY_PRESENCE_LEASE", "3S",
          "PARLEY_PRESENCE_RENEW_EVERY", "1S",
          "PARLEY_PRESENCE_GRACE", "1S",
          "PARLEY_CONNECTION_MESSAGES_PER_SECOND", "2000",
          "PARLEY_CONNECTION_MESSAGE_BURST", "20000");

  private static final Map<String, String> OBSERVED =
      Map.of(
          "PARLEY_PASSWORDS_ITERATIONS", "10000",
          "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
          "QUARKUS_LOG_LEVEL", "DEBUG");

  private final StackOptions options;
  private LocalStack stack;

  private RunningStack(StackOptions options) {
    this.options = options;
    this.stack = startWith(options);
  }

  static RunningStack start() {
    return new RunningStack(options().withEnvironment(CHEAP_PASSWORDS));
  }

  /** Two of every service, for tests that end or pause some of them. */
  static RunningStack startForFaults() {
    return new RunningStack(options().withAuths(2).withHistories(2).withEnvironment(FOR_FAULTS));
  }

  /** One of every service but the gateway, which log whatever they can as JSON. */
  static RunningStack startObserved() {
    return new RunningStack(options().withEnvironment(OBSERVED));
  }

  private static StackOptions options() {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      return StackOptions.defaults()
          .withGateways(2)
          .withPort(0)
          .withData(Files.createTempDirectory(target, "stack-"))
          .withDebug(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalStack startWith(StackOptions options) {
    LocalStack stack = LocalStack.start(options);
    stack.gateways().forEach(gateway -> WarmUp.run(stack.address(), gateway.uri()));
    return stack;
  }

  /** Where clients and browsers go. */
  public URI edge() {
    return stack.address();
  }

  /** One gateway, past the edge. */
  public URI gateway(int index) {
    return gatewayProcess(index).uri();
  }

  public ServiceProcess gatewayProcess(int index) {
    return stack.gateways().get(index);
  }

  public ServiceProcess history(int index) {
    return stack.history().get(index);
  }

  public ServiceProcess auth(int index) {
    return stack.auth().get(index);
  }

  public LocalRedis redis() {
    return stack.redis();
  }

  public LocalPostgres postgres() {
    return stack.postgres();
  }

  /** What the services know of each other. */
  public Secrets secrets() {
    return DataFolder.existing(options.data()).secrets().orElseThrow();
  }

  public List<ServiceProcess> services() {
    return Stream.of(stack.auth(), stack.history(), stack.gateways())
        .flatMap(List::stream)
        .toList();
  }

  /** Where everything is kept: the database, the logs, what the processes need to know. */
  public Path data() {
    return options.data();
  }

  /** Stops every process, and starts all of it again on the same data. */
  public void restart() {
    stack.close();
    stack = startWith(options);
  }

  /** Starts what a test has killed, and wakes what it has paused. */
  public void repair() {
    List<StackPart> parts = new ArrayList<>(List.of(postgres(), redis()));
    parts.addAll(services());
    parts.stream().filter(StackPart::isRunning).forEach(StackPart::resume);
    parts.stream().filter(part -> !part.isRunning()).forEach(StackPart::restart);
  }

  /** Stops every process. The logs stay, below {@code target}; the database goes. */
  @Override
  public void close() {
    stack.close();
    FolderTree.delete(options.data().resolve("postgres"));
  }
}
