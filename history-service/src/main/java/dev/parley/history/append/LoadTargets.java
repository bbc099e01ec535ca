package dev.parley.history.append;

import dev.parley.history.ledger.Ledger;
import dev.parley.history.ledger.Message;
import dev.parley.history.ledger.Place;
import dev.parley.history.ledger.Reaction;
import dev.parley.history.sql.SetStatement;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Reads the messages that commands are about, and what hangs on them. */
record LoadTargets(Rows rows, Ledger ledger) {

  private static final String MESSAGES =
      """
      SELECT conversation_id, seq, m.sender_id, m.client_id, m.content,
        coalesce(m.posted_at, m.created_at) AS posted_at, m.content_seq, m.edited_at, m.deleted_at,
        p.pinned_at_seq
      FROM unnest(?::bigint[], ?::bigint[]) AS asked (conversation_id, seq)
      JOIN history.messages m USING (conversation_id, seq)
      LEFT JOIN history.pins p USING (conversation_id, seq)
      """;

  private static final String PIN_COUNTS =
      """
      SELECT conversation_id, count(*) AS pins FROM history.pins
      WHERE conversation_id = ANY (?::bigint[]) GROUP BY conversation_id
      """;

  private static final String REACTIONS =
      """
      SELECT conversation_id, seq, emoji, user_id, r.reacted_at_seq
      FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[])
        AS asked (conversation_id, seq, emoji, user_id)
      JOIN history.reactions r USING (conversation_id, seq, emoji, user_id)
      """;

  /**
   * From one emoji to the next, so that it reads few rows more than there are different ones. Users
   * are counted up to one more than could take an emoji away in this transaction.
   */
  private static final String EMOJI =
      """
      WITH RECURSIVE asked AS (
        SELECT DISTINCT * FROM unnest(?::bigint[], ?::bigint[]) AS a (conversation_id, seq)),
      different AS (
        SELECT conversation_id, seq, (
          SELECT min(emoji) FROM history.reactions r
          WHERE r.conversation_id = asked.conversation_id AND r.seq = asked.seq) AS emoji
        FROM asked
        UNION ALL
        SELECT conversation_id, seq, (
          SELECT min(emoji) FROM history.reactions r
          WHERE r.conversation_id = different.conversation_id AND r.seq = different.seq
            AND r.emoji > different.emoji)
        FROM different WHERE emoji IS NOT NULL)
      SELECT conversation_id, seq, emoji, (
        SELECT count(*) FROM (
          SELECT FROM history.reactions r
          WHERE r.conversation_id = different.conversation_id AND r.seq = different.seq
            AND r.emoji = different.emoji
          LIMIT ?) AS reacting) AS users
      FROM different WHERE emoji IS NOT NULL
      """;

  void load(Questions questions) throws SQLException {
    loadMessages(rows.existing(questions.targets, Place::conversation));
    loadPinCounts(rows.existing(questions.pinned, Function.identity()));
    List<Reaction> reactions =
        rows.existing(questions.reactions, reaction -> reaction.target().conversation());
    if (!reactions.isEmpty()) {
      loadReactions(reactions);
      loadEmoji(reactions);
    }
  }

  private void loadMessages(Collection<Place> targets) throws SQLException {
    if (targets.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(rows.connection(), MESSAGES, targets)) {
      statement
          .column("bigint", target -> rows.of(target.conversation()))
          .column("bigint", Place::seq)
          .read(this::load);
    }
  }

  private void load(ResultSet row) throws SQLException {
    Place place = rows.place(row);
    ledger.messages().load(place, message(row));
    Long pinnedAt = row.getObject("pinned_at_seq", Long.class);
    if (pinnedAt != null) {
      ledger.pins().load(place, new Sequence(pinnedAt));
    }
  }

  private static Message message(ResultSet row) throws SQLException {
    Long contentSeq = row.getObject("content_seq", Long.class);
    return new Message(
        new UserId(row.getLong("sender_id")),
        row.getString("client_id"),
        row.getString("content"),
        LoadLedger.time(row, "posted_at"),
        contentSeq == null ? null : new Sequence(contentSeq),
        LoadLedger.time(row, "edited_at"),
        LoadLedger.time(row, "deleted_at"),
        false);
  }

  private void loadPinCounts(Collection<ConversationId> conversations) throws SQLException {
    if (conversations.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(rows.connection(), PIN_COUNTS, conversations)) {
      statement
          .column("bigint", rows::of)
          .read(row -> ledger.pinsOf().load(rows.conversation(row), row.getInt("pins")));
    }
  }

  private void loadReactions(Collection<Reaction> reactions) throws SQLException {
    try (var statement = new SetStatement<>(rows.connection(), REACTIONS, reactions)) {
      statement
          .column("bigint", reaction -> rows.of(reaction.target().conversation()))
          .column("bigint", reaction -> reaction.target().seq())
          .column("text", Reaction::emoji)
          .column("bigint", Reaction::user)
          .read(
              row ->
                  ledger
                      .reactions()
                      .load(
                          new Reaction(
                              rows.place(row),
                              new Emoji(row.getString("emoji")),
                              new UserId(row.getLong("user_id"))),
                          new Sequence(row.getLong("reacted_at_seq"))));
    }
  }

  private void loadEmoji(Collection<Reaction> reactions) throws SQLException {
    try (var statement = new SetStatement<>(rows.connection(), EMOJI, reactions)) {
      statement
          .column("bigint", reaction -> rows.of(reaction.target().conversation()))
          .column("bigint", reaction -> reaction.target().seq())
          .parameter(1 + reactions.size())
          .read(
              row ->
                  ledger.loadEmoji(
                      rows.place(row), new Emoji(row.getString("emoji")), row.getInt("users")));
    }
  }
}
