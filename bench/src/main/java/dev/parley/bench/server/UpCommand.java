package dev.parley.bench.server;

import dev.parley.bench.client.VoidedException;
import dev.parley.bench.machine.ServerProcess;
import dev.parley.stack.run.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code ./parley up} as people start it, with everything that it starts. */
public final class UpCommand implements AutoCloseable {

  private static final Duration READY_LIMIT = Duration.ofMinutes(3);
  private static final int STOP_LIMIT_SECONDS = 60;
  private static final String READY = "Parley is ready";

  private final Process process;
  private final Thread onExit;

  private UpCommand(Process process) {
    this.process = process;
    this.onExit = new Thread(process::destroy, "stop-up");
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /**
   * @param folder a new one
   */
  public static UpCommand start(Path folder) {
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    UpCommand up = new UpCommand(launch(folder, log));
    if (!Pause.until(() -> isReady(log) || !up.process.isAlive(), READY_LIMIT) || !isReady(log)) {
      up.close();
      throw new VoidedException("./parley up did not become ready: see " + log);
    }
    return up;
  }

  private static Process launch(Path folder, Path log) {
    Path parley = Path.of(System.getProperty("parley.root")).resolve("parley");
    ProcessBuilder builder =
        new ProcessBuilder(parley.toString(), "up", "--port", "0", "--data", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    List.of("HOST", "PORT").forEach(builder.environment()::remove);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isReady(Path log) {
    try {
      return Files.readString(log).contains(READY);
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The command with all of its descendants. */
  public List<ServerProcess> processes() {
    return List.of(new ServerProcess("up", process.pid()));
  }

  /** The resident memory of all processes; what several share counts once. */
  public long proportionalBytes() {
    return new ServerProcess("up", process.pid()).proportionalBytes();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(onExit);
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
