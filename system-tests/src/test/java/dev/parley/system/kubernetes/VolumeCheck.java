package dev.parley.system.kubernetes;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each mount has its volume, and each volume a mount. */
final class VolumeCheck implements Check {

  @Override
  public Stream<String> findings(Manifests manifests) {
    return manifests.pods().flatMap(pods -> Stream.concat(unknown(pods), unused(pods)));
  }

  private static Stream<String> unknown(Pods pods) {
    Set<String> volumes = pods.volumes().collect(Collectors.toSet());
    return mounted(pods)
        .filter(name -> !volumes.contains(name))
        .map(name -> pods.owner().finding("there is no volume %s to mount".formatted(name)));
  }

  private static Stream<String> unused(Pods pods) {
    Set<String> mounted = mounted(pods).collect(Collectors.toSet());
    return pods.volumes()
        .filter(name -> !mounted.contains(name))
        .map(name -> pods.owner().finding("nobody mounts the volume %s".formatted(name)));
  }

  private static Stream<String> mounted(Pods pods) {
    return pods.containers()
        .flatMap(Container::mounts)
        .map(mount -> mount.path("name").asText())
        .distinct();
  }
}
