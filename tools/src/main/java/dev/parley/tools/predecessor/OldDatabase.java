package dev.parley.tools.predecessor;

import dev.parley.stack.StackException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sqlite.SQLiteException;

/**
 * The predecessor's SQLite file, as of one moment. It is only read, even while that chat runs. Rows
 * come one by one, because there may be more than fit into memory.
 */
final class OldDatabase implements AutoCloseable {

  /** The limit for one message's content. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  /** The columns that are read from each table; further ones do no harm. */
  private static final Map<String, List<String>> KNOWN = known();

  private static final String USERS =
      "SELECT %s, %s, %s, %s FROM users ORDER BY id"
          .formatted(
              bounded("id"), bounded("username"), bounded("password_hash"), bounded("created_at"));

  /** In the order in which they were shown: by their times. */
  private static final String MESSAGES =
      String.format(
          Locale.ROOT,
          """
      SELECT id, content, bytes, sender_id, recipient_id, is_global, created_at,
        coalesce(own_at, at_until_here, ?) AS at
      FROM (
        SELECT *, max(own_at) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) AS at_until_here
        FROM (
          SELECT %s AS id, CASE WHEN octet_length(content) <= %d THEN content END AS content,
            octet_length(content) AS bytes, %s AS sender_id, %s AS recipient_id,
            %s AS is_global, %s AS created_at, known_time(%s) AS own_at
          FROM messages))
      ORDER BY at, id
      """,
          bounded("id"),
          MOST_BYTES,
          bounded("sender_id"),
          bounded("recipient_id"),
          bounded("is_global"),
          bounded("created_at"),
          bounded("created_at"));

  private final OldFile file;
  private final OldFile.Opened opened;
  private final Instant now;

  private OldDatabase(OldFile file, OldFile.Opened opened, Instant now) {
    this.file = file;
    this.opened = opened;
    this.now = now;
  }

  private static Map<String, List<String>> known() {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    tables.put("users", List.of("id", "username", "password_hash", "created_at"));
    tables.put(
        "messages",
        List.of("id", "content", "sender_id", "recipient_id", "is_global", "created_at"));
    return tables;
  }

  /** A value of a column where nothing long makes sense. */
  private static String bounded(String column) {
    return "CASE WHEN octet_length(%1$s) > 4096 THEN substr(%1$s, 1, 200) ELSE %1$s END"
        .formatted(column);
  }

  /**
   * Fails with a sentence if the file is not the predecessor's.
   *
   * @param now no message is more than a day later than this
   */
  static OldDatabase open(Path path, Instant now) {
    OldFile file = new OldFile(path);
    try {
      return open(file, now);
    } catch (SQLException e) {
      throw explained(file, e);
    }
  }

  private static OldDatabase open(OldFile file, Instant now) throws SQLException {
    OldDatabase database = new OldDatabase(file, file.open(), now);
    try {
      database.connection().setAutoCommit(false);
      KnownTime.addTo(database.connection(), database.latest());
      database.requireKnownTables();
      return database;
    } catch (SQLException | StackException e) {
      database.close();
      throw e;
    }
  }

  private Connection connection() {
    return opened.connection();
  }

  Instant now() {
    return now;
  }

  /** Clocks differ, and so do people's zones. */
  Instant latest() {
    return now.plus(Duration.ofDays(1));
  }

  private void requireKnownTables() throws SQLException {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, List<String>> table : KNOWN.entrySet()) {
      List<String> missing = new ArrayList<>(table.getValue());
      List<String> found = columns(table.getKey());
      missing.removeIf(column -> found.stream().anyMatch(column::equalsIgnoreCase));
      if (found.isEmpty()) {
        problems.add("it has no table " + table.getKey());
      } else if (!missing.isEmpty()) {
        problems.add(
            "its table %s has no %s".formatted(table.getKey(), String.join(", ", missing)));
      }
    }
    if (!problems.isEmpty()) {
      throw new StackException(
          "%s is not the database of the chat that Parley succeeds: %s."
              .formatted(file.path(), String.join("; ", problems)));
    }
  }

  private List<String> columns(String table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection().createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
      while (rows.next()) {
        names.add(rows.getString("name"));
      }
    }
    return names;
  }

  /** Handles a row. */
  interface Reader<T> {
    void read(T row) throws SQLException;
  }

  /** In the order in which they registered. */
  void readUsers(Reader<OldUser> reader) throws SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet rows = statement.executeQuery(USERS)) {
      while (next(rows)) {
        reader.read(new OldUser(value(rows, 1), value(rows, 2), value(rows, 3), value(rows, 4)));
      }
    } catch (SQLiteException e) {
      throw file.explained(e);
    }
  }

  long messageCount() throws SQLException {
    return number("SELECT count(*) FROM messages", 0);
  }

  void readMessages(Reader<OldMessage> reader) throws SQLException {
    long earliest =
        number(
            "SELECT min(known_time(%s)) FROM messages".formatted(bounded("created_at")),
            ChronoUnit.MICROS.between(Instant.EPOCH, now));
    try (PreparedStatement statement = connection().prepareStatement(MESSAGES)) {
      statement.setLong(1, earliest);
      try (ResultSet rows = statement.executeQuery()) {
        while (next(rows)) {
          reader.read(message(rows));
        }
      }
    } catch (SQLiteException e) {
      throw file.explained(e);
    }
  }

  /** A damaged page may show itself at any row. */
  private boolean next(ResultSet rows) throws SQLException {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw explained(file, e);
    }
  }

  private long number(String query, long otherwise) {
    try (Statement statement = connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      long number = rows.next() ? rows.getLong(1) : 0;
      return rows.wasNull() ? otherwise : number;
    } catch (SQLException e) {
      throw explained(file, e);
    }
  }

  private static OldMessage message(ResultSet rows) throws SQLException {
    return new OldMessage(
        value(rows, 1),
        value(rows, 2),
        rows.getLong(3),
        value(rows, 4),
        value(rows, 5),
        value(rows, 6),
        value(rows, 7),
        Instant.EPOCH.plus(rows.getLong(8), ChronoUnit.MICROS));
  }

  private static OldValue value(ResultSet rows, int column) throws SQLException {
    return new OldValue(rows.getObject(column));
  }

  private static StackException explained(OldFile file, SQLException failure) {
    return failure instanceof SQLiteException ofSqlite
        ? file.explained(ofSqlite)
        : new StackException(
            "Nothing was imported: %s cannot be read.".formatted(file.path()), failure);
  }

  @Override
  public void close() throws SQLException {
    opened.close();
  }
}
