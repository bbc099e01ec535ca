package dev.parley.history.messages;

import dev.parley.history.events.MessageColumns;
import dev.parley.history.membership.Membership;
import dev.parley.history.reads.Snapshot;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads the messages of one conversation for one of its members, oldest first. */
final class MessageReading {

  private static final String SELECT =
      "SELECT m.edited_at, p.pinned_at_seq, "
          + MessageColumns.COLUMNS
          + """
          FROM (SELECT ?::bigint AS one_user, ?::bigint AS other_user) AS asked
          CROSS JOIN history.messages m
          LEFT JOIN history.pins p ON p.conversation_id = m.conversation_id AND p.seq = m.seq
          """
          + MessageColumns.JOINS
          + "WHERE m.conversation_id = ? AND m.seq >= ? ";

  private static final String BEFORE = SELECT + "AND m.seq < ? ORDER BY m.seq DESC LIMIT ?";
  private static final String FROM = SELECT + "AND m.seq >= ? ORDER BY m.seq LIMIT ?";
  private static final String PINNED =
      SELECT + "AND p.pinned_at_seq IS NOT NULL ORDER BY p.pinned_at_seq DESC LIMIT ?";

  private static final String EXISTS =
      "SELECT 1 FROM history.messages WHERE conversation_id = ? AND seq >= ? ";

  private static final String EXISTS_BEFORE = EXISTS + "AND seq < ? LIMIT 1";
  private static final String EXISTS_FROM = EXISTS + "AND seq >= ? LIMIT 1";

  private final Snapshot snapshot;
  private final Membership membership;
  private final Reactions reactions;

  MessageReading(Snapshot snapshot, Membership membership, User reader) {
    this.snapshot = snapshot;
    this.membership = membership;
    this.reactions = new Reactions(snapshot, membership, reader.id());
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
    return reactions.addTo(list(sql, this::state, seq, limit));
  }

  private <T> List<T> list(String sql, Snapshot.Row<T> type, Object... parameters)
      throws SQLException {
    List<Object> all = new ArrayList<>();
    all.add(userOfDirect(ConversationId.Direct::low));
    all.add(userOfDirect(ConversationId.Direct::high));
    all.add(membership.row());
    all.add(membership.firstSeq().value());
    all.addAll(List.of(parameters));
    return snapshot.list(sql, type, all.toArray());
  }

  private Long userOfDirect(Function<ConversationId.Direct, UserId> which) {
    return membership.conversation() instanceof ConversationId.Direct direct
        ? which.apply(direct).value()
        : null;
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
    List<PinnedMessage> pins =
        list(
            PINNED,
            row -> new PinnedMessage(state(row), new Sequence(row.getLong("pinned_at_seq"))),
            limit);
    List<MessageState> states = reactions.addTo(pins.stream().map(PinnedMessage::state).toList());
    return IntStream.range(0, pins.size())
        .mapToObj(i -> new PinnedMessage(states.get(i), pins.get(i).pinnedSeq()))
        .toList();
  }

  private MessageState state(ResultSet row) throws SQLException {
    return new MessageState(
        MessageColumns.read(row, membership.conversation()),
        time(row.getObject("edited_at", OffsetDateTime.class)),
        row.getObject("pinned_at_seq") != null,
        List.of());
  }

  private static Instant time(OffsetDateTime stored) {
    return stored == null ? null : stored.toInstant();
  }
}
