package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A copy of deploy/kubernetes and of what it needs, for somebody who installs Parley from it. */
record Installation(Path folder) {

  private static final Path DEPLOY = Path.of("..", "deploy");

  static final Path ORIGINAL = DEPLOY.resolve("kubernetes");

  /** The output of a program; an explanation if it failed. */
  record Output(boolean succeeded, String text) {}

  /** Copies what is in the repository, without files that a user added. */
  static Installation copiedTo(Path folder) throws IOException {
    copy(ORIGINAL, folder);
    copy(DEPLOY.resolve("postgres"), folder);
    return new Installation(folder.resolve(DEPLOY.relativize(ORIGINAL)));
  }

  private static void copy(Path part, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.filter(Installation::isOurs).toList()) {
        Path copy = folder.resolve(DEPLOY.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static boolean isOurs(Path file) {
    return Files.isRegularFile(file)
        && !file.getFileName().toString().matches("[a-z]+\\.env|ca\\.crt");
  }

  Path overlay(String overlay) {
    return folder.resolve("overlays").resolve(overlay);
  }

  Output makeSecrets(String overlay) throws IOException {
    return run(folder.resolve("make-secrets").toString(), overlay);
  }

  /** Follows docs/kubernetes.md, and renders the overlay. */
  Manifests render(String overlay) throws IOException {
    assertTrue(makeSecrets(overlay).succeeded());
    if (overlay.equals("production")) {
      addWhatOnlyTheUserKnows();
    }
    return renderAgain(overlay);
  }

  private void addWhatOnlyTheUserKnows() throws IOException {
    Path production = overlay("production");
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
  }

  /** Renders the overlay with its present files. */
  Manifests renderAgain(String overlay) throws IOException {
    Output output = build(overlay);
    assertTrue(output.succeeded(), output.text());
    return Manifests.read(output.text());
  }

  /** Runs kustomize, or the one inside kubectl. Aborts the test if neither is installed. */
  Output build(String overlay) throws IOException {
    String path = overlay(overlay).toString();
    if (isOnPath("kubectl")) {
      return run("kubectl", "kustomize", path);
    }
    return isOnPath("kustomize")
        ? run("kustomize", "build", path)
        : abort("Neither kubectl nor kustomize is installed: no overlay can be rendered");
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Output run(String... command) throws IOException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.onExit().join().exitValue() == 0, said);
  }
}
