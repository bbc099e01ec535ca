package dev.parley.system.stack;

import dev.parley.stack.LocalStack;
import dev.parley.stack.ServiceProcess;
import dev.parley.stack.StackOptions;
import dev.parley.stack.StackPart;
import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.postgres.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole of Parley with two gateways, on free ports and a data folder of its own, with debugging
 * switched on. Addresses change with {@link #restart()}: ask for them when they are needed.
 */
public final class RunningStack implements AutoCloseable {

  /** The tests register hundreds of users; what a hash should cost is tested beside the hashes. */
  private static final Map<String, String> CHEAP_PASSWORDS =
      Map.of("PARLEY_PASSWORDS_ITERATIONS", "10000");

  private final Path data;
  private LocalStack stack;

  private RunningStack(Path data) {
    this.data = data;
    this.stack = startOn(data);
  }

  static RunningStack start() {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      return new RunningStack(Files.createTempDirectory(target, "stack-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalStack startOn(Path data) {
    LocalStack stack =
        LocalStack.start(
            StackOptions.defaults()
                .withGateways(2)
                .withPort(0)
                .withData(data)
                .withDebug(true)
                .withEnvironment(CHEAP_PASSWORDS));
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

  public LocalPostgres postgres() {
    return stack.postgres();
  }

  public List<ServiceProcess> services() {
    return Stream.of(stack.auth(), stack.history(), stack.gateways())
        .flatMap(List::stream)
        .toList();
  }

  /** Stops every process, and starts all of it again on the same data. */
  public void restart() {
    stack.close();
    stack = startOn(data);
  }

  /** Starts what a test has killed. */
  void repair() {
    services().stream().filter(service -> !service.isRunning()).forEach(StackPart::restart);
  }

  /** Stops every process. The logs stay, below {@code target}; the database goes. */
  @Override
  public void close() {
    stack.close();
    FolderTree.delete(data.resolve("postgres"));
  }
}
