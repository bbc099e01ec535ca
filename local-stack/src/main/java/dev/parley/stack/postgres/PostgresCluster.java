package dev.parley.stack.postgres;

import dev.parley.stack.StackException;
import dev.parley.stack.binaries.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * PostgreSQL's files on disk. Its one role that can log in, {@value #ROLE}, owns the database
 * {@value #DATABASE} and is no superuser; the superuser's password is thrown away at once.
 */
record PostgresCluster(PostgresBinaries binaries, Path folder) {

  static final String ROLE = "parley";
  static final String DATABASE = "parley";

  boolean exists() {
    return Files.exists(folder.resolve("PG_VERSION"));
  }

  /** Fails where another major version wrote these files. */
  void requireReadable() {
    String version = readVersion();
    if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
      throw new StackException(
          "%s was written by PostgreSQL %s, and this is PostgreSQL %s: restore a backup into another folder with ./parley restore FILE --data DIR, or delete the folder."
              .formatted(folder, version, PostgresBinaries.MAJOR_VERSION));
    }
  }

  private String readVersion() {
    try {
      return Files.readString(folder.resolve("PG_VERSION")).strip();
    } catch (IOException e) {
      throw new StackException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** In a folder beside, so that a cluster is either complete or not there. */
  void create(String password) {
    PostgresCluster fresh =
        new PostgresCluster(binaries, folder.resolveSibling(folder.getFileName() + ".new"));
    FolderTree.delete(fresh.folder);
    fresh.initialise();
    fresh.alone(
        """
        CREATE ROLE %s LOGIN PASSWORD '%s';
        CREATE DATABASE %s OWNER %s;
        """
            .formatted(ROLE, password, DATABASE, ROLE));
    move(fresh.folder, folder);
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(from + " could not be renamed", e);
    }
  }

  /** For a cluster whose password was lost. It must not be running. */
  void changePassword(String password) {
    alone("ALTER ROLE %s PASSWORD '%s';%n".formatted(ROLE, password));
  }

  private void initialise() {
    Path password = writeThrowAwayPassword();
    try {
      PostgresProgram.run(
          binaries.command(
              "initdb",
              List.of(
                  "--pgdata=" + folder,
                  "--username=postgres",
                  "--pwfile=" + password,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C",
                  "--no-instructions")),
          "");
    } finally {
      FolderTree.delete(password);
    }
  }

  private Path writeThrowAwayPassword() {
    try {
      Path file =
          Files.createTempFile(
              folder.getParent(),
              "superuser",
              ".password",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      return Files.writeString(file, HexFormat.of().formatHex(random));
    } catch (IOException e) {
      throw new UncheckedIOException("A file could not be written into " + folder.getParent(), e);
    }
  }

  /** PostgreSQL's single-user mode: no network, no password. */
  private void alone(String statements) {
    PostgresProgram.run(
        binaries.command("postgres", List.of("--single", "-D", folder.toString(), "postgres")),
        statements);
  }
}
