package dev.parley.bench.server;

import dev.parley.bench.client.Dialect;
import dev.parley.bench.client.Door;
import dev.parley.bench.machine.Cores;
import dev.parley.bench.machine.ServerProcess;
import dev.parley.stack.LocalStack;
import dev.parley.stack.ServiceProcess;
import dev.parley.stack.StackException;
import dev.parley.stack.StackOptions;
import dev.parley.stack.StackPart;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.Secrets;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A Parley of whole processes, with a real and durable PostgreSQL. Clients connect directly to the
 * gateways, because the edge of a local stack runs in this process and is not measured.
 */
public final class ParleyServer implements Server, AutoCloseable {

  private final LocalStack stack;
  private final Accounts accounts;
  private final Secrets secrets;
  private final Cores cores;

  private ParleyServer(LocalStack stack, Accounts accounts, Secrets secrets, Cores cores) {
    this.stack = stack;
    this.accounts = accounts;
    this.secrets = secrets;
    this.cores = cores;
  }

  /**
   * @param folder a new one
   * @param users who have a session
   */
  public static ParleyServer start(
      Path folder, int gateways, int users, Cores cores, Consumer<String> progress) {
    cores.startServers();
    LocalStack stack =
        LocalStack.start(
            StackOptions.defaults()
                .withData(folder)
                .withPort(0)
                .withGateways(gateways)
                .withEnvironment(ServiceEnvironment.limitsLifted())
                .withProgress(progress));
    Secrets secrets =
        new DataFolder(folder)
            .secrets()
            .orElseThrow(() -> new StackException("There are no secrets in " + folder));
    ParleyServer server =
        new ParleyServer(stack, Accounts.insert(stack.postgres(), users), secrets, cores);
    cores.startLoad(server.processes());
    return server;
  }

  @Override
  public String name() {
    return "parley";
  }

  @Override
  public List<ServerProcess> processes() {
    List<ServerProcess> processes = new ArrayList<>();
    stack.gateways().forEach(part -> processes.add(named("gateway", part)));
    stack.history().forEach(part -> processes.add(named("history", part)));
    stack.auth().forEach(part -> processes.add(named("auth", part)));
    processes.add(named("postgres", stack.postgres()));
    processes.add(named("redis", stack.redis()));
    return processes;
  }

  private static ServerProcess named(String name, StackPart part) {
    return new ServerProcess(name, part.pid());
  }

  @Override
  public Door door() {
    return new GatewayDoor(addresses(), accounts, Dialect::ofNumber);
  }

  private List<InetSocketAddress> addresses() {
    return stack.gateways().stream().map(ServiceProcess::uri).map(ParleyServer::address).toList();
  }

  /** Separate users, all with the second protocol. */
  public Door createUsers(int first, int count) {
    return new GatewayDoor(
        addresses(), Accounts.insert(stack.postgres(), first, count), any -> Dialect.SECOND);
  }

  /** Separate users in separate rooms. */
  public Door createRooms(RoomPlan plan) {
    Door door = createUsers(plan.firstUser(), plan.users());
    RoomTables.insert(stack.postgres(), plan);
    return door;
  }

  private static InetSocketAddress address(URI uri) {
    return new InetSocketAddress(uri.getHost(), uri.getPort());
  }

  @Override
  public Door directDoor() {
    return door();
  }

  /** The history service's internal address. */
  public URI history() {
    return stack.history().getFirst().managementUri();
  }

  /** The secret that services show each other. */
  public String serviceSecret() {
    return secrets.serviceSecret();
  }

  @Override
  public void restartFront() {
    cores.startServers();
    stack.gateways().getFirst().restart();
    cores.startLoad(processes());
  }

  @Override
  public void close() {
    stack.close();
  }

  /** Spreads clients over the gateways two by two, so that each gateway gets both protocols. */
  private record GatewayDoor(
      List<InetSocketAddress> gateways, Accounts accounts, IntFunction<Dialect> dialects)
      implements Door {
    @Override
    public InetSocketAddress address(int client) {
      return gateways.get(client / 2 % gateways.size());
    }

    @Override
    public String token(int client) {
      return accounts.token(client);
    }

    @Override
    public Dialect dialect(int client) {
      return dialects.apply(client);
    }

    @Override
    public boolean isParley() {
      return true;
    }
  }
}
