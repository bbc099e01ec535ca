package dev.parley.system.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that one overlay makes. */
record Manifests(List<Resource> resources) {

  Manifests {
    resources = List.copyOf(resources);
  }

  Stream<Resource> ofKind(String kind) {
    return resources.stream().filter(resource -> resource.is(kind));
  }

  Optional<Resource> find(String kind, String name) {
    return ofKind(kind).filter(resource -> resource.name().equals(name)).findFirst();
  }

  Stream<Pods> pods() {
    return resources.stream().flatMap(resource -> Pods.of(resource).stream());
  }

  Stream<Pods> podsSelectedBy(Selector selector) {
    return pods().filter(pods -> selector.selects(pods.labels()));
  }
}
