package dev.parley.stack;

import dev.parley.stack.process.FreePort;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** A service process that is to be started, with the ports that it will listen on. */
record PlannedService(ServiceKind kind, int number, int httpPort, int managementPort) {

  static List<PlannedService> of(ServiceKind kind, int replicas) {
    return IntStream.rangeClosed(1, replicas)
        .mapToObj(number -> new PlannedService(kind, number, FreePort.find(), FreePort.find()))
        .toList();
  }

  String name() {
    return kind.processName(number);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  URI managementUri() {
    return URI.create("http://127.0.0.1:" + managementPort);
  }
}
