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
 * PostgreSQL's files on disk. The role {@value #ROLE} owns the database {@value #DATABASE} and is
 * not a superuser; the superuser's password is discarded at once. Each service has its own role.
 */
record PostgresCluster(PostgresBinaries binaries, Path folder) {

  static final String ROLE = "parley";
  static final String DATABASE = "parley";

  boolean exists() {
    return Files.exists(folder.resolve("PG_VERSION"));
  }

  /** Fails if another major version wrote these files. */
  void requireReadable() {
    String version = readVersion();
    if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
      throw new StackException(
          "%s was written by PostgreSQL %s, but this is PostgreSQL %s: restore a backup into another folder with ./parley restore FILE --data DIR, or delete the folder."
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

  /** Works in a folder beside it, so that a cluster is either complete or absent. */
  void create(String password) {
    PostgresCluster fresh =
        new PostgresCluster(binaries, folder.resolveSibling(folder.getFileName() + ".new"));
    FolderTree.delete(fresh.folder);
    fresh.initialise();
    fresh.alone(
        "postgres",
        """
        CREATE ROLE %s LOGIN PASSWORD '%s';

        CREATE DATABASE %s OWNER %s;

        """
            .formatted(ROLE, password, DATABASE, ROLE));
    fresh.openToServices(password);
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
    alone("postgres", "ALTER ROLE %s PASSWORD '%s';%n%n".formatted(ROLE, password));
    openToServices(password);
  }

  /** False for a cluster of a former version. */
  boolean isOpenToServices() {
    try {
      return Files.exists(rolesMark()) && Files.readString(rolesMark()).equals(RolesScript.text());
    } catch (IOException e) {
      throw new UncheckedIOException(rolesMark() + " cannot be read", e);
    }
  }

  /** Makes the services' roles and gives them their tables. The cluster must not be running. */
  void openToServices(String password) {
    alone(DATABASE, RolesScript.statements(password));
    try {
      Files.writeString(rolesMark(), RolesScript.text());
    } catch (IOException e) {
      throw new UncheckedIOException(rolesMark() + " could not be written", e);
    }
  }

  private Path rolesMark() {
    return folder.resolve("parley.roles");
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

  /** PostgreSQL's single-user mode: no network, no password. An empty line ends a statement. */
  private void alone(String database, String statements) {
    PostgresProgram.run(
        binaries.command("postgres", List.of("--single", "-j", "-D", folder.toString(), database)),
        statements);
  }
}
