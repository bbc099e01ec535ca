package dev.parley.stack.postgres;

import dev.parley.stack.binaries.BinaryCache;
import dev.parley.stack.binaries.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked. */
record PostgresBinaries(Path folder) {

  /** The data directory of another major version cannot be opened. */
  static final String MAJOR_VERSION = "17";

  static PostgresBinaries locate() {
    String resource = "postgres-%s.txz".formatted(Platform.current().postgresName());
    return new PostgresBinaries(BinaryCache.folder(resource, PostgresBinaries::unpack));
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    try (TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(archive))) {
      TarArchiveEntry entry = entries.getNextEntry();
      while (entry != null) {
        unpack(entry, entries, folder.resolve(entry.getName()).normalize());
        entry = entries.getNextEntry();
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
  }

  /**
   * The command line of one of the programs. PostgreSQL refuses to run as root; a user namespace
   * without any mapping makes root an ordinary user for it.
   */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }
}
