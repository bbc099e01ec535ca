package dev.parley.history.messages;

import dev.parley.history.membership.Membership;
import dev.parley.history.reads.Snapshot;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the messages of one conversation for one of its members, oldest first. */
final class MessageReading {

  private static final String SELECT =
      "SELECT "
          + MessageFrames.COLUMNS
          + """
          , m.edited_at, p.pinned_at_seq
          FROM history.messages m
          LEFT JOIN history.accounts a ON a.user_id = m.sender_id
          LEFT JOIN history.pins p ON p.conversation_id = m.conversation_id AND p.seq = m.seq
          WHERE m.conversation_id = ? AND m.seq >= ?
          """;

  private static final String BEFORE = SELECT + "AND m.seq < ? ORDER BY m.seq DESC LIMIT ?";
  private static final String FROM = SELECT + "AND m.seq >= ? ORDER BY m.seq LIMIT ?";
  private static final String PINNED =
      SELECT + "AND p.pinned_at_seq IS NOT NULL ORDER BY p.pinned_at_seq DESC LIMIT ?";

  private static final String EXISTS =
      "SELECT 1 FROM history.messages WHERE conversation_id = ? AND seq >= ? AND seq %s ? LIMIT 1";

  private static final String EXISTS_BEFORE = EXISTS.replace("%s", "<");
  private static final String EXISTS_FROM = EXISTS.replace("%s", ">=");

  private static final String NAMES =
      "SELECT user_id, username FROM history.accounts WHERE user_id IN (?, ?)";

  private final Snapshot snapshot;
  private final Membership membership;
  private final MessageFrames frames;
  private final Reactions reactions;

  MessageReading(Snapshot snapshot, Membership membership, User reader) throws SQLException {
    this.snapshot = snapshot;
    this.membership = membership;
    this.frames = new MessageFrames(membership.conversation(), membership.room(), names());
    this.reactions = new Reactions(snapshot, membership, reader.id());
  }

  private Map<UserId, String> names() throws SQLException {
    Map<UserId, String> names = new HashMap<>();
    if (membership.conversation() instanceof ConversationId.Direct(UserId low, UserId high)) {
      snapshot
          .list(NAMES, MessageReading::user, low.value(), high.value())
          .forEach(user -> names.put(user.id(), user.username()));
    }
    return names;
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(new UserId(row.getLong("user_id")), row.getString("username"));
  }

  /** The last ones before this sequence. */
  List<MessageState> before(long seq, int limit) throws SQLException {
    return find(BEFORE, seq, limit).reversed();
  }

  /** The first ones from this sequence on. */
  List<MessageState> from(long seq, int limit) throws SQLException {
    return find(FROM, seq, limit);
  }

  private List<MessageState> find(String sql, long seq, int limit) throws SQLException {
    return reactions.addTo(
        snapshot.list(
            sql, this::state, membership.row(), membership.firstSeq().value(), seq, limit));
  }

  boolean existsBefore(long seq) throws SQLException {
    return exists(EXISTS_BEFORE, seq);
  }

  boolean existsFrom(long seq) throws SQLException {
    return exists(EXISTS_FROM, seq);
  }

  private boolean exists(String sql, long seq) throws SQLException {
    return snapshot
        .first(sql, row -> true, membership.row(), membership.firstSeq().value(), seq)
        .isPresent();
  }

  /** The latest pin first. */
  List<PinnedMessage> pinned(int limit) throws SQLException {
    Map<Long, Long> pinnedAt = new HashMap<>();
    List<MessageState> found =
        snapshot.list(
            PINNED,
            row -> {
              pinnedAt.put(row.getLong("seq"), row.getLong("pinned_at_seq"));
              return state(row);
            },
            membership.row(),
            membership.firstSeq().value(),
            limit);
    return reactions.addTo(found).stream()
        .map(message -> PinnedMessage.of(message, pinnedAt.get(message.seq())))
        .toList();
  }

  private MessageState state(ResultSet row) throws SQLException {
    return new MessageState(
        frames.read(row),
        time(row.getObject("edited_at", OffsetDateTime.class)),
        row.getObject("pinned_at_seq") != null,
        List.of());
  }

  private static Instant time(OffsetDateTime stored) {
    return stored == null ? null : stored.toInstant();
  }
}
