package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** The pods that a Deployment or StatefulSet makes. */
record Pods(Resource owner) {

  static Optional<Pods> of(Resource resource) {
    return resource.is("Deployment") || resource.is("StatefulSet")
        ? Optional.of(new Pods(resource))
        : Optional.empty();
  }

  JsonNode labels() {
    return owner.at("/spec/template/metadata/labels");
  }

  JsonNode spec() {
    return owner.at("/spec/template/spec");
  }

  Stream<Container> containers() {
    return Stream.of("initContainers", "containers")
        .flatMap(kind -> Json.list(spec().path(kind)))
        .map(Container::new);
  }

  boolean hasPort(JsonNode port) {
    return containers().anyMatch(container -> container.hasPort(port));
  }
}
