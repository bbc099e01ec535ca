package dev.parley.bench.server;

import dev.parley.bench.client.Door;
import dev.parley.bench.machine.ServerProcess;
import java.util.List;

/** Something that is measured. */
public interface Server {

  /** As in the report: {@code "parley"}, {@code "floor"}. */
  String name();

  /** Every process of it, as they run now. */
  List<ServerProcess> processes();

  /** Where a message goes to everybody. */
  Door door();

  /** Where a message goes to one other client. */
  Door directDoor();

  /** Starts the process that holds the connections anew: it knows nothing of what was before. */
  void restartFront();

  /** The process that holds the connections; the first one where there are several. */
  default ServerProcess frontProcess() {
    return processes().getFirst();
  }
}
