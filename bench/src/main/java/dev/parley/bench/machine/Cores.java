package dev.parley.bench.machine;

import java.io.IOException;
import java.util.Collection;

/**
 * One core for every server process, another one for the load generator, by {@code taskset}. Where
 * the machine has no such program or only one core, everything runs where the system likes.
 *
 * @param note for the table: how the processes were pinned
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
   * What this process starts from now on is born on the servers' core, with all that it starts
   * itself: a JVM then knows from the beginning that it has one core.
   */
  public void startServers() {
    if (pinned) {
      set(SERVERS, ProcessHandle.current().pid());
    }
  }

  /** The servers stay where they are, with every thread and child; this process leaves. */
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

  /** With all threads of the process. */
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
