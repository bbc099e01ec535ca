package dev.parley.bench;

import dev.parley.bench.machine.Cores;
import dev.parley.bench.row.Bench;
import dev.parley.bench.server.ParleyServer;
import dev.parley.bench.server.UpCommand;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Starts more servers for rows that need them, each with a folder of its own. */
final class FurtherServers implements Bench.Further {

  private final Path folder;
  private final int users;
  private final Cores cores;
  private final Consumer<String> progress;
  private int started;

  FurtherServers(Path folder, int users, Cores cores, Consumer<String> progress) {
    this.folder = folder;
    this.users = users;
    this.cores = cores;
    this.progress = progress;
  }

  @Override
  public ParleyServer parley(int gateways) {
    return ParleyServer.start(next(), gateways, users, cores, progress);
  }

  @Override
  public UpCommand up() {
    return UpCommand.start(next());
  }

  private Path next() {
    return folder.resolve("further-" + ++started);
  }
}
