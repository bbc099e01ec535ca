package dev.parley.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service that was compiled to an executable, {@code ./mvnw package -Dnative}. */
record NativeCommand(Path root, ServiceKind service) implements ServiceCommand {

  @Override
  public List<String> arguments() {
    return List.of(
        executable().orElseThrow().toString(),
        "-Xmx256m",
        "-Duser.language=en",
        "-Duser.country=US");
  }

  @Override
  public void requireBuilt() {
    if (executable().isEmpty()) {
      throw new StackException(
          "The %s is not built as an executable: run ./mvnw package -Dnative -DskipTests."
              .formatted(service.module()));
    }
  }

  /** {@code auth-service/target/auth-service-0.1.0-SNAPSHOT-runner}. */
  private Optional<Path> executable() {
    Path target = root.resolve(service.module()).resolve("target");
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files.filter(Files::isRegularFile).filter(this::isExecutable).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isExecutable(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(service.module()) && name.endsWith("-runner");
  }
}
