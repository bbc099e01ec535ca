package dev.parley.chaos.run;

import dev.parley.chaos.evidence.Picture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the present state from the tables of the history service: messages with their reactions and
 * pins, and the members of rooms. It does not use the logs.
 */
final class StoredPictures {

  private static final String CONVERSATIONS = "SELECT name FROM history.conversations";

  private static final String MESSAGES =
      """
      SELECT c.name, m.seq, m.content, m.edited_at IS NOT NULL AS edited,
        m.deleted_at IS NOT NULL AS deleted, p.seq IS NOT NULL AS pinned
      FROM history.messages m JOIN history.conversations c ON c.id = m.conversation_id
      LEFT JOIN history.pins p ON p.conversation_id = m.conversation_id AND p.seq = m.seq
      """;

  private static final String REACTIONS =
      """
      SELECT c.name, r.seq, r.emoji, r.user_id
      FROM history.reactions r JOIN history.conversations c ON c.id = r.conversation_id
      """;

  private static final String MEMBERS =
      """
      SELECT c.name, m.user_id, m.role
      FROM history.members m JOIN history.conversations c ON c.id = m.conversation_id
      WHERE c.name LIKE 'room-%'
      """;

  private interface Reader {
    void read(Picture picture, ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, Picture> pictures = new HashMap<>();

  private StoredPictures(Connection connection) {
    this.connection = connection;
  }

  static Map<String, Picture> read(Connection connection) throws SQLException {
    StoredPictures stored = new StoredPictures(connection);
    stored.each(CONVERSATIONS, (picture, row) -> {});
    stored.each(MESSAGES, StoredPictures::addMessage);
    stored.each(REACTIONS, StoredPictures::addReaction);
    stored.each(
        MEMBERS,
        (picture, row) -> picture.members().put(row.getLong("user_id"), row.getString("role")));
    return stored.pictures;
  }

  private void each(String sql, Reader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(
            pictures.computeIfAbsent(
                rows.getString("name"), any -> new Picture(Map.of(), Map.of())),
            rows);
      }
    }
  }

  /** A picture includes whatever is left of a deleted message, because nothing may be left. */
  private static void addMessage(Picture picture, ResultSet row) throws SQLException {
    boolean deleted = row.getBoolean("deleted");
    picture
        .messages()
        .put(
            row.getLong("seq"),
            new Picture.Message(
                row.getString("content"),
                !deleted && row.getBoolean("edited"),
                deleted,
                new TreeMap<>(),
                row.getBoolean("pinned")));
  }

  private static void addReaction(Picture picture, ResultSet row) throws SQLException {
    picture
        .messages()
        .get(row.getLong("seq"))
        .reactions()
        .computeIfAbsent(row.getString("emoji"), any -> new TreeSet<>())
        .add(row.getLong("user_id"));
  }
}
