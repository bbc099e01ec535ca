package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A copy of deploy/kubernetes, and of what it needs, for somebody who installs Parley from it. */
record Installation(Path folder) {

  private static final Path DEPLOY = Path.of("..", "deploy");

  static final Path ORIGINAL = DEPLOY.resolve("kubernetes");

  enum Overlay {
    LOCAL,
    PRODUCTION
  }

  /** As it is in the repository: without what its user adds. */
  static Installation copiedTo(Path folder) {
    copy(ORIGINAL, folder);
    copy(DEPLOY.resolve("postgres"), folder);
    return new Installation(folder.resolve(DEPLOY.relativize(ORIGINAL)));
  }

  private static void copy(Path part, Path folder) {
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.filter(Installation::isOurs).toList()) {
        Path copy = folder.resolve(DEPLOY.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path file) {
    return Files.isRegularFile(file)
        && !file.getFileName().toString().matches("[a-z]+\\.env|ca\\.crt");
  }

  Path overlay(Overlay overlay) {
    return folder.resolve("overlays").resolve(name(overlay));
  }

  private static String name(Overlay overlay) {
    return overlay.name().toLowerCase(Locale.ROOT);
  }

  Kustomize.Output makeSecrets(Overlay overlay) {
    return Kustomize.run(List.of(folder.resolve("make-secrets").toString(), name(overlay)));
  }

  /** Does what docs/kubernetes.md says, and renders. */
  Manifests render(Overlay overlay) {
    Kustomize.installed();
    assertTrue(makeSecrets(overlay).succeeded());
    if (overlay == Overlay.PRODUCTION) {
      addWhatOnlyTheUserKnows();
    }
    return renderAgain(overlay);
  }

  /** Renders the overlay as its files are now. */
  Manifests renderAgain(Overlay overlay) {
    Kustomize.Output output = Kustomize.installed().build(overlay(overlay));
    assertTrue(output.succeeded(), output.text());
    return new Manifests(Yaml.read(output.text()));
  }

  private void addWhatOnlyTheUserKnows() {
    Path production = overlay(Overlay.PRODUCTION);
    try {
      Files.copy(production.resolve("settings.env.example"), production.resolve("settings.env"));
      Files.writeString(production.resolve("ca.crt"), "a certificate");
      Files.writeString(
          production.resolve("secrets.env"),
          """
          PARLEY_AUTH_DATABASE_PASSWORD=of-a-test
          PARLEY_HISTORY_DATABASE_PASSWORD=of-a-test
          QUARKUS_REDIS_HOSTS=rediss://:of-a-test@redis.example.com:6379
          """,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
