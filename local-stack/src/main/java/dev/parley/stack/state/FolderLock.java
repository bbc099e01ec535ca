package dev.parley.stack.state;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Prevents two stacks on one data folder. The operating system releases it when the process ends.
 */
public final class FolderLock implements AutoCloseable {

  /**
   * The files that this process has locked. They must not be opened again, because in POSIX a
   * process loses its lock as soon as it closes any channel to the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Fails if a stack runs on this folder. */
  public static FolderLock take(DataFolder folder) {
    return tryTake(folder).orElseThrow(() -> inUse(folder));
  }

  /** Empty if a stack runs on this folder. */
  public static Optional<FolderLock> tryTake(DataFolder folder) {
    try {
      Path file = folder.path().toRealPath().resolve(folder.lock().getFileName());
      return HELD.add(file) ? lock(file) : Optional.empty();
    } catch (IOException e) {
      throw new StackException(
          "Parley cannot lock %s: %s.".formatted(folder.lock(), IoReason.of(e)), e);
    }
  }

  private static Optional<FolderLock> lock(Path file) throws IOException {
    Optional<FolderLock> taken = Optional.empty();
    try {
      taken = open(file).map(channel -> new FolderLock(file, channel));
      return taken;
    } finally {
      if (taken.isEmpty()) {
        HELD.remove(file);
      }
    }
  }

  /** Empty if another process has locked it. */
  private static Optional<FileChannel> open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() != null) {
      return Optional.of(channel);
    }
    channel.close();
    return Optional.empty();
  }

  private static StackException inUse(DataFolder folder) {
    String who =
        folder
            .state()
            .read()
            .flatMap(
                state ->
                    state
                        .process(StackState.ITSELF)
                        .map(
                            it ->
                                String.format(
                                    Locale.ROOT, "process %d, %s", it.pid(), state.address())))
            .orElse("another process");
    return new StackException(
        "Parley already runs on %s (%s): stop it with Ctrl-C or kill, or choose another folder with --data."
            .formatted(folder.path(), who));
  }

  @Override
  public void close() {
    try {
      channel.close();
      HELD.remove(file);
    } catch (IOException e) {
      throw new StackException("The lock could not be released: %s.".formatted(IoReason.of(e)), e);
    }
  }
}
