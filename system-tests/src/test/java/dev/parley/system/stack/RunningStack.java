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
import dev.parley.system.traces.TraceCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The whole of Parley on free ports and a data folder of its own, with debugging switched on: with
 * two gateways, or with two of every service. Addresses change with {@link #restart()}: ask for
 * them when they are needed.
 *
 * <p>With the system property {@value #ADDRESS} it is a Parley that runs elsewhere. Then its edge
 * stands for its gateways too, and a test that wants more of it is skipped.
 */
public final class RunningStack implements AutoCloseable {

  private static final String ADDRESS = "parley.address";

  /**
   * The tests register hundreds of users; what a hash should cost is tested beside the hashes. A
   * session that nobody uses ends, as it does where an operator wishes that. Who does not answer a
   * close is waited for. This machine may have as many sockets as it likes. The services run as on
   * a machine that writes numbers in Persian digits, so every test shows that none of these gets on
   * a wire or into the database.
   */
  private static final Map<String, String> FOR_EVERYTHING =
      Map.of(
          "PARLEY_JAVA_OPTIONS", "-Duser.language=fa -Duser.country=IR",
          "PARLEY_PASSWORDS_ITERATIONS", "10000",
          "PARLEY_SESSIONS_IDLE_AFTER", "1D",
          "PARLEY_CONNECTION_CLOSE_WITHIN", "4S",
          "PARLEY_CONNECTION_MAX_PER_ADDRESS", "25");

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
          "QUARKUS_LOG_LEVEL", "DEBUG",
          "QUARKUS_OTEL_SDK_DISABLED", "false",
          "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200MS");

  private final Optional<URI> elsewhere;
  private final StackOptions options;
  private final Optional<TraceCollector> traces;
  private LocalStack stack;

  private RunningStack(StackOptions options) {
    this(options, Optional.empty());
  }

  private RunningStack(StackOptions options, Optional<TraceCollector> traces) {
    this.traces = traces;
    this.elsewhere = Optional.ofNullable(System.getProperty(ADDRESS)).map(URI::create);
    this.options = options;
    if (elsewhere.isEmpty()) {
      stack = startWith(options);
    }
  }

  static RunningStack start() {
    return new RunningStack(options().withEnvironment(FOR_EVERYTHING));
  }

  /** Two of every service, for tests that end or pause some of them. */
  static RunningStack startForFaults() {
    return new RunningStack(options().withAuths(2).withHistories(2).withEnvironment(FOR_FAULTS));
  }

  /** One of every service but the gateway, which log whatever they can as JSON, and are traced. */
  static RunningStack startObserved() {
    TraceCollector traces = TraceCollector.start();
    Map<String, String> environment = new HashMap<>(OBSERVED);
    environment.put("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", traces.address());
    return new RunningStack(options().withEnvironment(environment), Optional.of(traces));
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
    return elsewhere.orElseGet(() -> own().address());
  }

  /** One gateway, past the edge. */
  public URI gateway(int index) {
    return elsewhere.orElseGet(() -> gatewayProcess(index).uri());
  }

  /** All that a stranger could reach: the edge, and each service past it. */
  public Stream<URI> publicAddresses() {
    return Stream.of(edge(), gateway(0), auth(0).uri(), history(0).uri());
  }

  private LocalStack own() {
    Assumptions.assumeTrue(elsewhere.isEmpty(), "This needs a stack of its own.");
    return stack;
  }

  public ServiceProcess gatewayProcess(int index) {
    return own().gateways().get(index);
  }

  public ServiceProcess history(int index) {
    return own().history().get(index);
  }

  public ServiceProcess auth(int index) {
    return own().auth().get(index);
  }

  public LocalRedis redis() {
    return own().redis();
  }

  public LocalPostgres postgres() {
    return own().postgres();
  }

  /** What the services of an observed stack tell of messages. */
  public TraceCollector traces() {
    return traces.orElseThrow();
  }

  /** What the services know of each other. */
  public Secrets secrets() {
    return DataFolder.existing(options.data()).secrets().orElseThrow();
  }

  public List<ServiceProcess> services() {
    LocalStack own = own();
    return Stream.of(own.auth(), own.history(), own.gateways()).flatMap(List::stream).toList();
  }

  /** Where everything is kept: the database, the logs, what the processes need to know. */
  public Path data() {
    return options.data();
  }

  /** Stops every process, and starts all of it again on the same data. */
  public void restart() {
    own().close();
    stack = startWith(options);
  }

  /** Starts what a test has killed, and wakes what it has paused. */
  public void repair() {
    if (elsewhere.isPresent()) {
      return;
    }
    List<StackPart> parts = new ArrayList<>(List.of(postgres(), redis()));
    parts.addAll(services());
    parts.stream().filter(StackPart::isRunning).forEach(StackPart::resume);
    parts.stream().filter(part -> !part.isRunning()).forEach(StackPart::restart);
  }

  /** Stops every process. The logs stay, below {@code target}; the database goes. */
  @Override
  public void close() {
    traces.ifPresent(TraceCollector::close);
    if (elsewhere.isPresent()) {
      return;
    }
    stack.close();
    FolderTree.delete(options.data().resolve("postgres"));
  }
}
