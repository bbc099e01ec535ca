package dev.parley.history.messages;

import dev.parley.history.membership.Membership;
import dev.parley.history.messages.MessageState.Reaction;
import dev.parley.history.reads.Snapshot;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the reactions to the messages of a page. */
record Reactions(Snapshot snapshot, Membership membership, UserId reader) {

  private static final String SQL =
      """
      SELECT seq, emoji, count(*) AS users, bool_or(user_id = ?) AS mine,
        (array_agg(user_id ORDER BY reacted_at_seq))[1:20] AS first_users
      FROM history.reactions
      WHERE conversation_id = ? AND seq = ANY (?)
      GROUP BY seq, emoji
      ORDER BY seq, min(reacted_at_seq)
      """;

  private record Found(long seq, Reaction reaction) {}

  List<MessageState> addTo(List<MessageState> messages) throws SQLException {
    Map<Long, List<Reaction>> found = find(messages);
    return messages.stream()
        .map(message -> message.with(found.getOrDefault(message.seq(), List.of())))
        .toList();
  }

  private Map<Long, List<Reaction>> find(List<MessageState> messages) throws SQLException {
    long[] seqs = messages.stream().mapToLong(MessageState::seq).toArray();
    Map<Long, List<Reaction>> found = new HashMap<>();
    for (Found one : snapshot.list(SQL, Reactions::read, reader.value(), membership.row(), seqs)) {
      found.computeIfAbsent(one.seq(), any -> new ArrayList<>()).add(one.reaction());
    }
    return found;
  }

  private static Found read(ResultSet row) throws SQLException {
    Long[] users = (Long[]) row.getArray("first_users").getArray();
    return new Found(
        row.getLong("seq"),
        new Reaction(
            new Emoji(row.getString("emoji")),
            Arrays.stream(users).map(UserId::new).toList(),
            row.getInt("users"),
            row.getBoolean("mine")));
  }
}
