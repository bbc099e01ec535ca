package dev.parley.stack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Says in words why a file could not be read or written. Java's own message is often only a path.
 */
public final class IoReason {

  private IoReason() {}

  /** The rest of a sentence, without its full stop. */
  public static String of(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> missing.getFile() + " does not exist";
      case AccessDeniedException denied -> "you may not use " + denied.getFile();
      case NotDirectoryException file -> file.getFile() + " is no folder";
      case DirectoryNotEmptyException folder -> folder.getFile() + " is a folder";
      case FileAlreadyExistsException known -> known.getFile() + " is there already";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> failure.getMessage() == null ? "the disk does not work" : failure.getMessage();
    };
  }
}
