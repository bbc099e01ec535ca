package dev.parley.chaos.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.chaos.client.RunClock;
import dev.parley.chaos.evidence.Posts;
import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.chaos.evidence.StoredLog;
import dev.parley.client.frame.Event;
import dev.parley.client.frame.FrameReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the logs directly from the tables of the history service. */
final class StoredEvents {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ALL =
      """
      SELECT c.name, e.*, sender.username AS sender, subject.username AS subject
      FROM (
        SELECT conversation_id, seq, 'chat' AS type, sender_id, client_id, created_at, content,
          coalesce(content_seq, seq) AS content_seq, deleted_at IS NOT NULL AS deleted,
          NULL::bigint AS target, NULL::bigint AS subject_id, '{}' AS body
        FROM history.messages
        UNION ALL
        SELECT conversation_id, seq, type, sender_id, client_id, created_at, NULL, NULL, false,
          target, (body ->> 'user_id')::bigint, body::text
        FROM history.changes) AS e
      JOIN history.conversations c ON c.id = e.conversation_id
      LEFT JOIN history.accounts sender ON sender.user_id = e.sender_id
      LEFT JOIN history.accounts subject ON subject.user_id = e.subject_id
      ORDER BY c.name, e.seq
      """;

  private StoredEvents() {}

  static StoredLog read(Connection connection, RunClock clock) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ALL)) {
      List<StoredEvent> events = new ArrayList<>();
      while (rows.next()) {
        events.add(event(rows, clock));
      }
      return new StoredLog(events);
    }
  }

  private static StoredEvent event(ResultSet row, RunClock clock) throws SQLException {
    return new StoredEvent(
        row.getString("name").intern(),
        row.getLong("seq"),
        row.getLong("sender_id"),
        text(row, "sender").intern(),
        text(row, "client_id"),
        row.getString("type").equals("chat") ? message(row) : change(row),
        clock.at(row.getTimestamp("created_at").toInstant()));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static Event message(ResultSet row) throws SQLException {
    return Posts.of(
        row.getLong("content_seq"), row.getString("content"), row.getBoolean("deleted"));
  }

  /** The event in the form of its frame. */
  private static Event change(ResultSet row) throws SQLException {
    try {
      ObjectNode frame = (ObjectNode) JSON.readTree(row.getString("body"));
      frame.put("type", row.getString("type"));
      frame.put("target", row.getLong("target"));
      frame
          .putObject("user")
          .put("id", row.getLong("subject_id"))
          .put("username", text(row, "subject"));
      return FrameReader.logged(frame).event();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored event cannot be read", e);
    }
  }
}
