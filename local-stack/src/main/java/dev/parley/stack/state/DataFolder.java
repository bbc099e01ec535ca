package dev.parley.stack.state;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;

/** The folder with everything that a stack keeps. Only its owner can read it. */
public record DataFolder(Path path) {

  private static final long LEAST_FREE_BYTES = 300L * 1024 * 1024;

  /** Creates the folder if there is none. Fails if the stack could not work in it. */
  public static DataFolder prepare(Path path) {
    DataFolder folder = new DataFolder(path);
    try {
      Files.createDirectories(folder.logs());
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      Files.deleteIfExists(Files.createTempFile(path, "writable", ".check"));
    } catch (IOException e) {
      throw new StackException(
          "You may not write to the data folder %s: choose another one with --data, or make it yours (chown)."
              .formatted(path),
          e);
    }
    folder.requireSpace();
    return folder;
  }

  /** Changes nothing. Fails if there is no data. */
  public static DataFolder existing(Path path) {
    DataFolder folder = new DataFolder(path);
    if (!folder.hasDatabase()) {
      throw new StackException(
          "There is no data in %s: start Parley with ./parley up, or name another folder with --data."
              .formatted(path));
    }
    return folder;
  }

  public boolean hasDatabase() {
    return Files.exists(postgres().resolve("PG_VERSION"));
  }

  private void requireSpace() {
    long free = freeBytes();
    if (free < LEAST_FREE_BYTES) {
      throw new StackException(
          String.format(
              Locale.ROOT,
              "Only %d MB are free on the disk of %s, but Parley needs at least %d MB: free some space, or choose a folder on another disk with --data.",
              megabytes(free),
              path,
              megabytes(LEAST_FREE_BYTES)));
    }
  }

  /** The free space on the disk with this folder. */
  public long freeBytes() {
    try {
      return Files.getFileStore(path).getUsableSpace();
    } catch (IOException e) {
      throw new StackException(
          "Parley cannot tell how much space the disk of %s has.".formatted(path), e);
    }
  }

  /** Whether that is enough. */
  public boolean hasSpace() {
    return freeBytes() >= LEAST_FREE_BYTES;
  }

  private static long megabytes(long bytes) {
    return bytes / 1024 / 1024;
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  public Path lock() {
    return path.resolve("lock");
  }

  public PrivateFile<StackState> state() {
    return new PrivateFile<>(path.resolve("stack.json"), StackState.class);
  }

  public PrivateFile<Secrets> secretsFile() {
    return new PrivateFile<>(path.resolve("secrets.json"), Secrets.class);
  }

  /** The secrets of an earlier start. */
  public Optional<Secrets> secrets() {
    return secretsFile().read();
  }

  /** Makes the secrets for the first start. */
  public Secrets newSecrets() {
    Secrets secrets = Secrets.random();
    secretsFile().write(secrets);
    return secrets;
  }
}
