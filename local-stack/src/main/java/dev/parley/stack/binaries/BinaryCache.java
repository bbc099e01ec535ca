package dev.parley.stack.binaries;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Embedded binaries, unpacked once for each user of the machine: in {@code $XDG_CACHE_HOME/parley},
 * else {@code ~/.cache/parley}. A folder's name ends in the checksum of what it was unpacked from.
 */
public final class BinaryCache {

  /** Writes the content of a resource into an empty folder. */
  public interface Unpacking {
    void unpack(InputStream resource, Path folder) throws IOException;
  }

  private BinaryCache() {}

  /** The folder with the unpacked resource. Several processes may call it at once. */
  public static Path folder(String resource, Unpacking unpacking) {
    URL url = BinaryCache.class.getResource("/" + resource);
    if (url == null) {
      throw new StackException(
          "The binary %s is not on the class path: build local-stack on this machine."
              .formatted(resource));
    }
    try {
      Path folder = home().resolve(resource + "-" + checksum(url));
      return Files.isDirectory(folder) ? folder : unpack(url, folder, unpacking);
    } catch (IOException e) {
      throw new StackException(
          "Parley cannot unpack %s into %s (%s): free some space there, or set XDG_CACHE_HOME to a folder that you may write to."
              .formatted(resource, home(), e),
          e);
    }
  }

  private static Path home() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(given -> !given.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("parley");
  }

  private static String checksum(URL url) throws IOException {
    return url.openConnection() instanceof JarURLConnection jar
        ? Long.toHexString(jar.getJarEntry().getCrc())
        : "unpacked";
  }

  private static Path unpack(URL url, Path folder, Unpacking unpacking) throws IOException {
    Files.createDirectories(folder.getParent());
    Path fresh =
        Files.createTempDirectory(
            folder.getParent(),
            "unpacking",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (InputStream resource = url.openStream()) {
      unpacking.unpack(resource, fresh);
    }
    return moveUnlessThere(fresh, folder);
  }

  private static Path moveUnlessThere(Path fresh, Path folder) throws IOException {
    try {
      return Files.move(fresh, folder);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      FolderTree.delete(fresh);
      return folder;
    }
  }
}
