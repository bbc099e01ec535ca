package dev.parley.stack.state;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/** Keeps two stacks off one data folder. The operating system ends it with its process. */
public final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Fails where a stack runs on this folder. */
  public static FolderLock take(DataFolder folder) {
    return tryTake(folder).orElseThrow(() -> inUse(folder));
  }

  /** Empty where a stack runs on this folder. */
  public static Optional<FolderLock> tryTake(DataFolder folder) {
    try {
      FileChannel channel =
          FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) != null) {
        return Optional.of(new FolderLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new StackException(
          "Parley cannot lock %s: %s.".formatted(folder.lock(), IoReason.of(e)), e);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
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
    } catch (IOException e) {
      throw new StackException("The lock could not be released: %s.".formatted(IoReason.of(e)), e);
    }
  }
}
