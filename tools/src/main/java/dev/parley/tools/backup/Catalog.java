package dev.parley.tools.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables and sequences of the database, from PostgreSQL's catalog. */
record Catalog(Connection connection) {

  /** The services' schemas. */
  static final List<String> SCHEMAS = List.of("auth", "history");

  /** Flyway's own table in each schema. */
  private static final String MIGRATIONS = "flyway_schema_history";

  /** A table's name, and its columns except the generated ones. */
  record Table(String schema, String name, List<String> columns) {

    String sqlName() {
      return SqlName.of(schema, name);
    }

    String copyColumns() {
      return sqlName() + " (" + SqlName.list(columns) + ")";
    }
  }

  List<Manifest.Schema> schemas() throws SQLException {
    List<Manifest.Schema> found = new ArrayList<>();
    for (String schema : SCHEMAS) {
      version(schema).ifPresent(version -> found.add(new Manifest.Schema(schema, version)));
    }
    return found;
  }

  /** The version of the last migration; empty if there is no schema yet. */
  Optional<String> version(String schema) throws SQLException {
    if (texts("SELECT 1 WHERE to_regclass(?) IS NOT NULL", SqlName.of(schema, MIGRATIONS))
        .isEmpty()) {
      return Optional.empty();
    }
    String newest =
        "SELECT version FROM %s WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1"
            .formatted(SqlName.of(schema, MIGRATIONS));
    return texts(newest).stream().findFirst();
  }

  /** Referenced tables come before those that refer to them. */
  List<Table> tables() throws SQLException {
    List<Table> found = new ArrayList<>();
    for (String schema : SCHEMAS) {
      for (String name : namesInOrder(schema)) {
        found.add(new Table(schema, name, columns(schema, name)));
      }
    }
    return found;
  }

  private List<String> namesInOrder(String schema) throws SQLException {
    return texts(
        """
        WITH RECURSIVE tables AS (
          SELECT c.oid, c.relname FROM pg_class c
          WHERE c.relnamespace = to_regnamespace(?) AND c.relkind IN ('r', 'p')
            AND NOT c.relispartition AND c.relname <> 'flyway_schema_history'
        ), depths AS (
          SELECT oid, 0 AS depth FROM tables
          UNION
          SELECT f.conrelid, d.depth + 1 FROM depths d
          JOIN pg_constraint f ON f.contype = 'f' AND f.confrelid = d.oid AND f.conrelid <> d.oid
          WHERE d.depth < 100
        )
        SELECT t.relname FROM tables t JOIN depths d USING (oid)
        GROUP BY t.relname ORDER BY max(d.depth), t.relname
        """,
        schema);
  }

  /** Without transaction ids, which only mean something in one database. */
  private List<String> columns(String schema, String table) throws SQLException {
    return texts(
        """
        SELECT attname FROM pg_attribute
        WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
          AND atttypid <> 'xid8'::regtype
        ORDER BY attnum
        """,
        SqlName.of(schema, table));
  }

  List<Manifest.Sequence> sequences() throws SQLException {
    List<Manifest.Sequence> found = new ArrayList<>();
    for (String schema : SCHEMAS) {
      List<String> names =
          texts(
              "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(?) AND relkind = 'S' ORDER BY relname",
              schema);
      for (String name : names) {
        found.add(sequence(schema, name));
      }
    }
    return found;
  }

  private Manifest.Sequence sequence(String schema, String name) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT last_value, is_called FROM " + SqlName.of(schema, name));
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return new Manifest.Sequence(schema, name, rows.getLong(1), rows.getBoolean(2));
    }
  }

  private List<String> texts(String sql, String... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setString(index + 1, parameters[index]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }
}
