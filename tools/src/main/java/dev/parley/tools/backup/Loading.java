package dev.parley.tools.backup;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Fills freshly migrated tables from a backup, and then compares their content with it. */
record Loading(BackupFile backup, Connection connection) {

  void run() throws SQLException, IOException {
    connection.setAutoCommit(false);
    List<Catalog.Table> tables = new Catalog(connection).tables();
    requireSameTables(tables);
    switchTriggers("DISABLE", tables);
    empty(tables);
    for (Catalog.Table table : tables) {
      load(table);
    }
    switchTriggers("ENABLE", tables);
    for (Manifest.Sequence sequence : backup.manifest().sequences()) {
      set(sequence);
    }
    for (Catalog.Table table : tables) {
      verify(table);
    }
    beginEpoch(tables);
    connection.commit();
  }

  /**
   * Clients may have events from after the backup, and other events will get their numbers. A new
   * epoch tells clients to drop what they have. A backup of an old Parley has no epoch; the
   * migration makes one.
   */
  private void beginEpoch(List<Catalog.Table> tables) throws SQLException {
    if (tables.stream()
        .noneMatch(table -> table.sqlName().equals(SqlName.of("history", "epoch")))) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("UPDATE history.epoch SET id = gen_random_uuid()::text");
    }
  }

  private void requireSameTables(List<Catalog.Table> tables) {
    if (tables.size() != backup.manifest().tables().size()
        || !tables.stream().allMatch(this::isAsInBackup)) {
      throw new StackException(
          "The backup has other tables than its migrations make: it is not of this Parley. Nothing was changed.");
    }
  }

  private boolean isAsInBackup(Catalog.Table table) {
    return backup
        .manifest()
        .table(table.schema(), table.name())
        .filter(it -> it.columns().equals(table.columns()))
        .isPresent();
  }

  private Manifest.Table inBackup(Catalog.Table table) {
    return backup.manifest().table(table.schema(), table.name()).orElseThrow();
  }

  /** Migrations also insert rows. */
  private void empty(List<Catalog.Table> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Catalog.Table table : tables) {
        statement.execute("TRUNCATE %s CASCADE".formatted(table.sqlName()));
      }
    }
  }

  /** The backup already contains what the triggers of a migration wrote. */
  private void switchTriggers(String how, List<Catalog.Table> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Catalog.Table table : tables) {
        statement.execute("ALTER TABLE %s %s TRIGGER USER".formatted(table.sqlName(), how));
      }
    }
  }

  private void load(Catalog.Table table) throws SQLException, IOException {
    try (InputStream rows = backup.rows(inBackup(table))) {
      long loaded = new TableCopy(connection, table).readFrom(rows);
      requireEqual(table, "rows", inBackup(table).rows(), loaded);
    }
  }

  private void set(Manifest.Sequence sequence) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
      statement.setString(1, SqlName.of(sequence.schema(), sequence.name()));
      statement.setLong(2, sequence.lastValue());
      statement.setBoolean(3, sequence.isCalled());
      statement.execute();
    }
  }

  /** A backup of the result would equal this one. */
  private void verify(Catalog.Table table) throws SQLException, IOException {
    Manifest.Table written =
        new TableCopy(connection, table).writeTo(OutputStream.nullOutputStream());
    requireEqual(table, "checksum", inBackup(table).sha256(), written.sha256());
  }

  private static void requireEqual(
      Catalog.Table table, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new StackException(
          "The restore of %s went wrong (%s: expected %s, found %s). Nothing was changed."
              .formatted(table.sqlName(), what, expected, found));
    }
  }
}
