package dev.parley.bench.server;

import dev.parley.bench.client.Dialect;
import dev.parley.bench.client.Door;
import dev.parley.bench.floor.FloorServer;
import dev.parley.bench.machine.Cores;
import dev.parley.bench.machine.ServerProcess;
import dev.parley.stack.process.FreePort;
import dev.parley.stack.process.LaunchPlan;
import dev.parley.stack.process.Signal;
import dev.parley.stack.process.SupervisedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The floor in its own JVM, on the servers' core. */
public final class FloorProcess implements Server, AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
  private static final int UNSAFE_FLAG_SINCE = 24;

  private final SupervisedProcess process;
  private final Cores cores;
  private final int broadcastPort;
  private final int directPort;
  private final Thread onExit = new Thread(this::stop, "stop-floor");

  private FloorProcess(SupervisedProcess process, Cores cores, int broadcastPort, int directPort) {
    this.process = process;
    this.cores = cores;
    this.broadcastPort = broadcastPort;
    this.directPort = directPort;
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /**
   * @param frameBytes the length of each message, with its header
   */
  public static FloorProcess start(int frameBytes, Path log, Cores cores) {
    int broadcast = FreePort.find();
    int direct = FreePort.find();
    SupervisedProcess process =
        new SupervisedProcess(
            new LaunchPlan(
                "floor", command(broadcast, direct, frameBytes), Map.of(), "", log, Signal.TERM),
            pid -> isListening(direct),
            event -> {});
    FloorProcess floor = new FloorProcess(process, cores, broadcast, direct);
    cores.startServers();
    process.launch();
    process.awaitReady(START_LIMIT);
    cores.startLoad(floor.processes());
    return floor;
  }

  @Override
  public void restartFront() {
    cores.startServers();
    process.restart();
    cores.startLoad(processes());
  }

  private static List<String> command(int broadcast, int direct, int frameBytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xmx256m", "-Duser.language=en", "-Duser.country=US"));
    if (Runtime.version().feature() >= UNSAFE_FLAG_SINCE) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(FloorServer.class.getName());
    List.of(broadcast, direct, frameBytes).forEach(it -> command.add(Integer.toString(it)));
    return command;
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String name() {
    return "floor";
  }

  @Override
  public List<ServerProcess> processes() {
    return List.of(new ServerProcess("floor", process.pid()));
  }

  @Override
  public Door door() {
    return new FloorDoor(new InetSocketAddress(InetAddress.getLoopbackAddress(), broadcastPort));
  }

  @Override
  public Door directDoor() {
    return new FloorDoor(new InetSocketAddress(InetAddress.getLoopbackAddress(), directPort));
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(onExit);
  }

  private void stop() {
    process.stop(STOP_LIMIT);
  }

  private record FloorDoor(InetSocketAddress address) implements Door {
    @Override
    public InetSocketAddress address(int client) {
      return address;
    }

    @Override
    public String token(int client) {
      return "";
    }

    @Override
    public Dialect dialect(int client) {
      return Dialect.ofNumber(client);
    }

    @Override
    public boolean isParley() {
      return false;
    }
  }
}
