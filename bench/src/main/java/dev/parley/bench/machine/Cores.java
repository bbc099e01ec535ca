package dev.parley.bench.machine;

import java.io.IOException;
import java.util.Collection;

/**
 * Pins all server processes to one core and the load generator to another, with {@code taskset}. If
 * the machine has no {@code taskset} or only one core, the system chooses.
 *
 * @param note says in the table how the processes were pinned
 */
public record Cores(boolean pinned, String note) {

  private static final String SERVERS = "0";
  private static final String LOAD = "1";

  public static Cores find() {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      return new Cores(false, "not pinned: this machine has one core");
    }
    if (!set(SERVERS, ProcessHandle.current().pid())) {
      return new Cores(false, "not pinned: taskset does not work here");
    }
    return new Cores(true, "all server processes on core 0, the load generator on core 1");
  }

  /**
   * From now on, this process starts its children on the servers' core, and they start theirs
   * there. So a JVM knows from the beginning that it has one core.
   */
  public void startServers() {
    if (pinned) {
      set(SERVERS, ProcessHandle.current().pid());
    }
  }

  /**
   * Moves this process to the other core. The servers stay on theirs, with all threads and
   * children.
   */
  public void startLoad(Collection<ServerProcess> servers) {
    if (!pinned) {
      return;
    }
    servers.forEach(server -> keep(server.pid()));
    set(LOAD, ProcessHandle.current().pid());
  }

  private static void keep(long pid) {
    set(SERVERS, pid);
    ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .forEach(child -> set(SERVERS, child.pid()));
  }

  /** Pins all threads of the process. */
  private static boolean set(String core, long pid) {
    try {
      return new ProcessBuilder("taskset", "-acp", core, Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
