package dev.parley.tools.predecessor;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes a file as the predecessor did. */
final class OldChat {

  static final String TABLES =
      """
      CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, username VARCHAR(50) UNIQUE NOT NULL,
        password_hash VARCHAR(255) NOT NULL, created_at DATETIME, last_login DATETIME,
        is_online BOOLEAN);
      CREATE TABLE user_sessions (id INTEGER PRIMARY KEY, user_id INTEGER, session_token VARCHAR(255),
        created_at DATETIME, expires_at DATETIME, is_active BOOLEAN);
      CREATE TABLE messages (id INTEGER PRIMARY KEY, content TEXT NOT NULL, sender_id INTEGER,
        recipient_id INTEGER, is_global BOOLEAN, created_at DATETIME);
      """;

  private OldChat() {}

  static Path write(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
    return file;
  }
}
