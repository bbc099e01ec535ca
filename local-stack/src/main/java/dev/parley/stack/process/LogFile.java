package dev.parley.stack.process;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one process. The logs of the last three starts are kept beside it. */
public record LogFile(Path path) {

  private static final int KEPT = 3;
  private static final int TAIL_BYTES = 8192;

  /** Moves what a former start wrote to {@code name.log.1}, that one to {@code name.log.2}, … */
  public void rotate() {
    try {
      for (int age = KEPT; age > 1; age--) {
        moveIfThere(older(age - 1), older(age));
      }
      moveIfThere(path, older(1));
    } catch (IOException e) {
      throw new StackException(
          "Parley cannot write its log %s: %s.".formatted(path, IoReason.of(e)), e);
    }
  }

  private Path older(int age) {
    return path.resolveSibling(path.getFileName() + "." + age);
  }

  private static void moveIfThere(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines, indented to follow a sentence. */
  public String tail(int lines) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL_BYTES));
      byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(end);
      List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size())).indent(4);
    } catch (IOException e) {
      return "";
    }
  }
}
