package dev.parley.tools.backup;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that was read from end to end, and is whole. */
final class BackupFile implements AutoCloseable {

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /** Fails with a sentence if the file is not a backup, is broken or has a later format. */
  static BackupFile open(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new StackException("There is no readable file %s.".formatted(file));
    }
    try {
      return open(file, new ZipFile(file.toFile()));
    } catch (IOException e) {
      throw new StackException("%s is no backup of Parley, or is broken.".formatted(file), e);
    }
  }

  private static BackupFile open(Path file, ZipFile zip) throws IOException {
    try {
      BackupFile backup = new BackupFile(zip, readManifest(zip));
      backup.requireFormat(file);
      backup.requireWhole(file);
      return backup;
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static Manifest readManifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw new IOException("It has no " + Manifest.ENTRY);
    }
    try (InputStream input = zip.getInputStream(entry)) {
      return JSON.readValue(input, Manifest.class);
    }
  }

  private void requireFormat(Path file) {
    if (manifest.format() != Manifest.FORMAT) {
      throw new StackException(
          String.format(
              Locale.ROOT,
              "%s has the format %d, and this Parley reads %d: use the Parley that wrote it, or a newer one.",
              file,
              manifest.format(),
              Manifest.FORMAT));
    }
  }

  private void requireWhole(Path file) throws IOException {
    for (Manifest.Table table : manifest.tables()) {
      try (InputStream rows = rows(table)) {
        if (!Sha256.of(rows).equals(table.sha256())) {
          throw new StackException(
              "%s is broken: %s does not match its checksum. Use another backup."
                  .formatted(file, table.entry()));
        }
      }
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** The caller closes it. */
  InputStream rows(Manifest.Table table) throws IOException {
    ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) {
      throw new IOException("It has no " + table.entry());
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new StackException("The backup could not be closed: %s.".formatted(IoReason.of(e)), e);
    }
  }
}
