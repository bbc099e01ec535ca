package dev.parley.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.DockerClientFactory;

/**
 * Checks whether there is a Docker engine, without the wall of errors that a missing one would
 * cause.
 */
final class DockerEngine {

  private static final List<Path> SOCKETS =
      List.of(
          Path.of("/var/run/docker.sock"),
          Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));

  private DockerEngine() {}

  static boolean isAtHand() {
    boolean mayBeThere =
        System.getenv("DOCKER_HOST") != null || SOCKETS.stream().anyMatch(Files::exists);
    return mayBeThere && DockerClientFactory.instance().isDockerAvailable();
  }
}
