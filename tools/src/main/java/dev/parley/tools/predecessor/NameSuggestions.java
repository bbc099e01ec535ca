package dev.parley.tools.predecessor;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The file with a rename for each user who needs another name, as {@link Renames} reads it. */
final class NameSuggestions implements AutoCloseable {

  private final Optional<Path> file;
  private BufferedWriter writer;

  private NameSuggestions(Optional<Path> file) {
    this.file = file;
  }

  /** Never overwrites a file, because somebody may have edited it. */
  static NameSuggestions into(Optional<Path> file) {
    file.filter(Files::exists)
        .ifPresent(
            path -> {
              throw new StackException(
                  "Nothing was imported: %s is there already. Name another file for the suggestions."
                      .formatted(path));
            });
    return new NameSuggestions(file);
  }

  boolean areWanted() {
    return file.isPresent();
  }

  void add(String old, String suggestion) {
    try {
      if (writer == null) {
        writer =
            Files.newBufferedWriter(
                file.orElseThrow(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      }
      writer.write(old + "=" + suggestion + "\n");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private StackException failed(IOException e) {
    return new StackException(
        "Nothing was imported: %s cannot be written: %s."
            .formatted(file.orElseThrow(), IoReason.of(e)),
        e);
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
