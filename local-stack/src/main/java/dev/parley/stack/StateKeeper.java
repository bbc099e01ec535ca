package dev.parley.stack;

import dev.parley.stack.process.SupervisedProcess;
import dev.parley.stack.state.PrivateFile;
import dev.parley.stack.state.RunningProcess;
import dev.parley.stack.state.StackState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps stack.json up to date while processes come and go. Thread-safe. */
final class StateKeeper {

  private final PrivateFile<StackState> file;
  private final StackState start;
  private final Map<String, PlannedService> services;
  private final Map<String, SupervisedProcess> launched = new LinkedHashMap<>();
  private boolean ready;
  private boolean deleted;

  StateKeeper(
      PrivateFile<StackState> file, StackState start, Map<String, PlannedService> services) {
    this.file = file;
    this.start = start;
    this.services = Map.copyOf(services);
  }

  /** The new pid goes into the file. If this stack is killed, the next start must know it. */
  synchronized void launched(SupervisedProcess process) {
    launched.put(process.name(), process);
    write();
  }

  synchronized void ready() {
    ready = true;
    write();
  }

  /** Ends for good. A process that is launched later by mistake is stopped at once. */
  synchronized void delete() {
    deleted = true;
    file.delete();
  }

  private void write() {
    if (deleted) {
      return;
    }
    List<RunningProcess> processes = new ArrayList<>(start.processes());
    launched.values().forEach(process -> processes.add(describe(process)));
    file.write(
        new StackState(
            start.address(),
            ready,
            start.startedAt(),
            start.data(),
            processes,
            start.postgres(),
            start.redis()));
  }

  private RunningProcess describe(SupervisedProcess process) {
    PlannedService service = services.get(process.name());
    return new RunningProcess(
        process.name(),
        process.pid(),
        process.startedAt().toString(),
        service == null ? null : service.httpPort(),
        service == null ? null : service.managementPort(),
        process.log().toString());
  }

  /** The stack's own line. */
  static RunningProcess itself(int edgePort, String log) {
    Instant startedAt = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    return new RunningProcess(
        StackState.ITSELF,
        ProcessHandle.current().pid(),
        startedAt.toString(),
        edgePort,
        null,
        log);
  }
}
