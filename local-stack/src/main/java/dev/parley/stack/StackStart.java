package dev.parley.stack;

import dev.parley.stack.edge.Edge;
import dev.parley.stack.edge.PublicRoutes;
import dev.parley.stack.edge.Upstream;
import dev.parley.stack.edge.Visitors;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.process.FreePort;
import dev.parley.stack.process.LaunchPlan;
import dev.parley.stack.process.LogFile;
import dev.parley.stack.process.ProcessEvent;
import dev.parley.stack.process.Signal;
import dev.parley.stack.process.SupervisedProcess;
import dev.parley.stack.redis.LocalRedis;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.FolderLock;
import dev.parley.stack.state.LeftOvers;
import dev.parley.stack.state.Secrets;
import dev.parley.stack.state.StackState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One start of a stack, step by step. It hands each part that it starts to {@link StackParts} at
 * once.
 */
final class StackStart {

  private static final Duration SERVICE_START_LIMIT = Duration.ofMinutes(2);

  private final StackOptions options;
  private final StackParts parts;
  private final CountDownLatch databaseIsReady = new CountDownLatch(1);
  private final ListenAddress address;
  private final List<PlannedService> auths;
  private final List<PlannedService> histories;
  private final List<PlannedService> gateways;
  private final ReadinessWatch watch;
  private final Visitors visitors;
  private StateKeeper state;
  private Instant begin = Instant.now();

  StackStart(StackOptions options, StackParts parts) {
    this.options = options;
    this.parts = parts;
    this.address =
        new ListenAddress(options.host(), options.port() == 0 ? FreePort.find() : options.port());
    this.auths = PlannedService.of(ServiceKind.AUTH, options.auths());
    this.histories = PlannedService.of(ServiceKind.HISTORY, options.histories());
    this.gateways = PlannedService.of(ServiceKind.GATEWAY, options.gateways());
    this.watch = new ReadinessWatch(services().toList());
    this.visitors = new Visitors(watch::wake);
  }

  /** Returns the address when everything is usable. */
  ListenAddress run() {
    Stream.of(ServiceKind.values()).forEach(kind -> command(kind).requireBuilt());
    DataFolder folder = DataFolder.prepare(options.data());
    FolderLock lock = FolderLock.take(folder);
    parts.add(lock);
    new LeftOvers(folder).end(lock, options.progress());
    requireFree();
    begin = Instant.now();
    options
        .progress()
        .accept(
            "Parley is starting with the data in %s. This usually takes less than a minute."
                .formatted(folder.path()));
    startAll(folder);
    state.ready();
    return address;
  }

  private void requireFree() {
    address
        .problem()
        .ifPresent(
            problem -> {
              throw new StackException(problem);
            });
  }

  private ServiceCommand command(ServiceKind kind) {
    return ServiceCommand.of(options, kind);
  }

  private void startAll(DataFolder folder) {
    Optional<Secrets> known = folder.secrets();
    Secrets secrets = known.orElseGet(folder::newSecrets);
    int postgresPort = FreePort.find();
    int redisPort = FreePort.find();
    Wiring wiring = wiring(secrets, postgresPort, redisPort);
    state = new StateKeeper(folder.state(), initialState(folder, wiring), byName());
    parts.add(state);
    parts.add(watch);
    watch.begin(visitors::areNone);

    List<Runnable> tasks = new ArrayList<>();
    tasks.add(
        () -> {
          startPostgres(folder, postgresPort, secrets.postgresPassword(), known.isEmpty());
          databaseIsReady.countDown();
        });
    tasks.add(() -> startRedis(folder, redisPort, secrets.redisPassword()));
    services().forEach(service -> tasks.add(() -> startService(folder, service, wiring)));
    tasks.add(this::startEdge);
    runOrEnd(Together.begin(tasks));
    new EdgeProbe(edgeUri()).await();
  }

  /** After a failure, no task may start anything once this has returned. */
  private void runOrEnd(Together tasks) {
    try {
      tasks.join();
    } catch (RuntimeException e) {
      parts.close();
      databaseIsReady.countDown();
      tasks.awaitEnd();
      throw e;
    }
  }

  private Wiring wiring(Secrets secrets, int postgresPort, int redisPort) {
    return new Wiring(
        options.environment(),
        options.debug(),
        LocalPostgres.database(postgresPort, secrets.postgresPassword()),
        LocalRedis.cache(redisPort, secrets.redisPassword()),
        secrets.serviceSecret(),
        everyOne(auths),
        everyOne(histories));
  }

  private static String everyOne(List<PlannedService> replicas) {
    return replicas.stream()
        .map(PlannedService::managementUri)
        .map(URI::toString)
        .collect(Collectors.joining(","));
  }

  private Upstream upstream(List<PlannedService> replicas) {
    return new Upstream(replicas.stream().map(PlannedService::uri).toList(), watch::isReady);
  }

  private StackState initialState(DataFolder folder, Wiring wiring) {
    return new StackState(
        address.uri().toString(),
        false,
        begin.toString(),
        folder.path().toString(),
        List.of(StateKeeper.itself(address.port(), folder.log(StackState.ITSELF).toString())),
        wiring.database(),
        wiring.redis());
  }

  private Stream<PlannedService> services() {
    return Stream.of(auths, histories, gateways).flatMap(List::stream);
  }

  private Map<String, PlannedService> byName() {
    return services().collect(Collectors.toMap(PlannedService::name, Function.identity()));
  }

  private void startPostgres(DataFolder folder, int port, String password, boolean isNew) {
    Path log = freshLog(folder, "postgres");
    parts.add(LocalPostgres.launch(folder.postgres(), port, password, isNew, log, this::happened));
    parts.postgres().awaitReady();
    tellReady("postgres");
  }

  private void startRedis(DataFolder folder, int port, String password) {
    parts.add(LocalRedis.launch(port, password, freshLog(folder, "redis"), this::happened));
    parts.redis().awaitReady();
    tellReady("redis");
  }

  private void startService(DataFolder folder, PlannedService service, Wiring wiring) {
    if (service.kind() != ServiceKind.GATEWAY) {
      awaitDatabase();
    }
    LaunchPlan plan =
        new LaunchPlan(
            service.name(),
            command(service.kind()).arguments(),
            wiring.environment(service),
            "",
            freshLog(folder, service.name()),
            Signal.TERM);
    SupervisedProcess process =
        new SupervisedProcess(plan, new ServiceReadiness(service), this::happened);
    parts.add(new ServiceProcess(service, process));
    process.launch();
    process.awaitReady(SERVICE_START_LIMIT);
    tellReady(service.name());
  }

  /** Also ends if the start failed, because nothing can be started then. */
  private void awaitDatabase() {
    try {
      databaseIsReady.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while waiting for PostgreSQL", e);
    }
  }

  private void startEdge() {
    PublicRoutes routes =
        new PublicRoutes(upstream(auths), upstream(histories), upstream(gateways));
    parts.add(Edge.start(address.required().getHostAddress(), address.port(), routes, visitors));
    tellReady("edge");
  }

  private URI edgeUri() {
    return address.uri();
  }

  private static Path freshLog(DataFolder folder, String name) {
    Path log = folder.log(name);
    new LogFile(log).rotate();
    return log;
  }

  private void happened(ProcessEvent event) {
    if (event instanceof ProcessEvent.Launched) {
      state.launched(event.process());
    }
    String news = StackNews.of(event);
    if (!news.isEmpty()) {
      options.progress().accept(news);
    }
  }

  private void tellReady(String name) {
    Duration time = Duration.between(begin, Instant.now());
    options.progress().accept("  %-10s ready after %s".formatted(name, StackNews.seconds(time)));
  }
}
