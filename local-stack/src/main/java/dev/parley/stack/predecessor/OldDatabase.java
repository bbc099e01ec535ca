package dev.parley.stack.predecessor;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.sqlite.SQLiteConfig;

/**
 * The predecessor's SQLite file, as of one moment. It is only read, also while that chat runs.
 * Messages come one by one: there may be more than fit into memory.
 */
final class OldDatabase implements AutoCloseable {

  /** What is read of each table; further columns are no harm. */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "users", List.of("id", "username", "password_hash", "created_at"),
          "messages",
              List.of("id", "content", "sender_id", "recipient_id", "is_global", "created_at"));

  private static final String MAGIC = "SQLite format 3\0";

  private final Connection connection;

  private OldDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Fails with a sentence where the file is not the predecessor's. */
  static OldDatabase open(Path file) throws SQLException {
    requireSqlite(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    OldDatabase database = new OldDatabase(connection);
    try {
      connection.setAutoCommit(false);
      database.requireKnownTables(file);
      return database;
    } catch (SQLException | StackException e) {
      connection.close();
      throw e;
    }
  }

  private static void requireSqlite(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      String begin = new String(stream.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1);
      if (!begin.equals(MAGIC)) {
        throw new StackException(file + " is no SQLite database.");
      }
    } catch (IOException e) {
      throw new StackException("There is no readable file " + file + ".", e);
    }
  }

  private void requireKnownTables(Path file) throws SQLException {
    for (Map.Entry<String, List<String>> table : KNOWN.entrySet()) {
      TreeSet<String> missing = new TreeSet<>(table.getValue());
      missing.removeAll(columns(table.getKey()));
      if (!missing.isEmpty()) {
        throw new StackException(
            "%s is not the database of the chat that Parley succeeds: its table %s has no %s."
                .formatted(file, table.getKey(), String.join(", ", missing)));
      }
    }
  }

  private List<String> columns(String table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
      while (rows.next()) {
        names.add(rows.getString("name"));
      }
    }
    return names;
  }

  /** In the order in which they registered. */
  List<OldUser> users() throws SQLException {
    List<OldUser> users = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, username, password_hash, created_at FROM users ORDER BY id")) {
      while (rows.next()) {
        String name = rows.getString(2);
        users.add(
            new OldUser(
                rows.getLong(1),
                name,
                rows.getString(3),
                OldTime.parse(rows.getString(4), "the user " + name)));
      }
    }
    return users;
  }

  long messageCount() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM messages")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** What is done with a message. */
  interface MessageReader {
    void read(OldMessage message) throws SQLException;
  }

  /** In the order in which they were shown: by their times. */
  void readMessages(MessageReader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT id, content, sender_id, recipient_id, is_global, created_at
                FROM messages ORDER BY replace(created_at, 'T', ' '), id
                """)) {
      while (rows.next()) {
        reader.read(message(rows));
      }
    }
  }

  private static OldMessage message(ResultSet rows) throws SQLException {
    long id = rows.getLong("id");
    return new OldMessage(
        id,
        rows.getString("content"),
        rows.getLong("sender_id"),
        recipient(rows),
        OldTime.parse(rows.getString("created_at"), "message " + id));
  }

  /** Without a recipient a message was to everybody, whatever its flag said. */
  private static OptionalLong recipient(ResultSet rows) throws SQLException {
    String recipient = rows.getString("recipient_id");
    return rows.getBoolean("is_global") || recipient == null || recipient.isBlank()
        ? OptionalLong.empty()
        : OptionalLong.of(rows.getLong("recipient_id"));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
