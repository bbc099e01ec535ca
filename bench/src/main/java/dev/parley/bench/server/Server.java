package dev.parley.bench.server;

import dev.parley.bench.client.Door;
import dev.parley.bench.machine.ServerProcess;
import java.util.List;

/** A measured system. */
public interface Server {

  /** The name in the report: {@code "parley"}, {@code "floor"}. */
  String name();

  /** All processes that run now. */
  List<ServerProcess> processes();

  /** The address at which a message goes to everybody. */
  Door door();

  /** The address at which a message goes to one other client. */
  Door directDoor();

  /** Restarts the process that holds the connections, so that it knows nothing of earlier ones. */
  void restartFront();

  /** The process that holds the connections; the first one if there are several. */
  default ServerProcess frontProcess() {
    return processes().getFirst();
  }
}
