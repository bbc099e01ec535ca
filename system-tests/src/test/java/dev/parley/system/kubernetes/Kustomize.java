package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program that makes manifests of an overlay: kustomize, or the one inside kubectl. */
record Kustomize(List<String> command) {

  /** What a run said: manifests where it succeeded, else why not. */
  record Output(boolean succeeded, String text) {}

  /** Aborts the test where neither is installed. */
  static Kustomize installed() {
    if (isOnPath("kubectl")) {
      return new Kustomize(List.of("kubectl", "kustomize"));
    }
    if (isOnPath("kustomize")) {
      return new Kustomize(List.of("kustomize", "build"));
    }
    return abort("Neither kubectl nor kustomize is installed: no overlay can be rendered");
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  Output build(Path overlay) {
    return run(Stream.concat(command.stream(), Stream.of(overlay.toString())).toList());
  }

  static Output run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(process.waitFor() == 0, said);
    } catch (IOException e) {
      throw new IllegalStateException(command + " could not be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
