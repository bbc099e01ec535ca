package dev.parley.history.append;

import dev.parley.history.events.StoredBodies;
import dev.parley.history.ledger.Change;
import dev.parley.history.ledger.Ledger;
import dev.parley.history.ledger.Log;
import dev.parley.history.ledger.Message;
import dev.parley.history.ledger.Place;
import dev.parley.history.ledger.Reaction;
import dev.parley.history.ledger.Revision;
import dev.parley.history.sql.SetStatement;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.event.EventType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what decisions changed in logs: a bounded number of statements. */
final class WriteLedger {

  private static final String CREATE_LOGS =
      """
      INSERT INTO history.conversations (id, name, last_seq, last_at) OVERRIDING SYSTEM VALUE
      SELECT id, name, last_seq, now::timestamptz
      FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[]) AS l (id, name, last_seq, now)
      """;

  private static final String GROW_LOGS =
      """
      UPDATE history.conversations c SET last_seq = grown.last_seq, last_at = grown.now::timestamptz
      FROM unnest(?::bigint[], ?::bigint[], ?::text[]) AS grown (id, last_seq, now)
      WHERE c.id = grown.id AND c.id = ANY (?::bigint[])
      """;

  private static final String CHANGES =
      """
      INSERT INTO history.changes
        (conversation_id, seq, type, sender_id, client_id, target, body, created_at)
      SELECT conversation_id, seq, type, sender_id, client_id, target, body::jsonb, at::timestamptz
      FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[])
        AS c (conversation_id, seq, type, sender_id, client_id, target, body, at)
      """;

  private static final String NEW_MESSAGES =
      """
      INSERT INTO history.messages (conversation_id, seq, sender_id, client_id, content, created_at,
        content_seq, edited_at, deleted_at)
      SELECT conversation_id, seq, sender_id, client_id, content, posted_at::timestamptz,
        content_seq, edited_at::timestamptz, deleted_at::timestamptz
      FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[],
          ?::bigint[], ?::text[], ?::text[])
        WITH ORDINALITY AS m (conversation_id, seq, content, content_seq, edited_at, deleted_at,
          sender_id, client_id, posted_at, position)
      ORDER BY position
      """;

  private static final String CHANGED_MESSAGES =
      """
      UPDATE history.messages m
      SET content = new.content, content_seq = new.content_seq,
        edited_at = new.edited_at::timestamptz, deleted_at = new.deleted_at::timestamptz
      FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[])
        AS new (conversation_id, seq, content, content_seq, edited_at, deleted_at)
      WHERE m.conversation_id = new.conversation_id AND m.seq = new.seq
      """;

  private static final String REVISIONS =
      """
      INSERT INTO history.revisions (conversation_id, seq, content_seq, content, written_at)
      SELECT conversation_id, seq, content_seq, content, written_at::timestamptz
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
        AS r (conversation_id, seq, content_seq, content, written_at)
      """;

  private static final String REACTIONS =
      """
      INSERT INTO history.reactions (conversation_id, seq, emoji, user_id, reacted_at_seq)
      SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[])
      ON CONFLICT (conversation_id, seq, emoji, user_id)
      DO UPDATE SET reacted_at_seq = excluded.reacted_at_seq
      """;

  private static final String NO_REACTIONS =
      """
      DELETE FROM history.reactions r
      USING unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[])
        AS gone (conversation_id, seq, emoji, user_id)
      WHERE r.conversation_id = gone.conversation_id AND r.seq = gone.seq
        AND r.emoji = gone.emoji AND r.user_id = gone.user_id
      """;

  private static final String PINS =
      """
      INSERT INTO history.pins (conversation_id, seq, pinned_at_seq)
      SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[])
      ON CONFLICT (conversation_id, seq) DO UPDATE SET pinned_at_seq = excluded.pinned_at_seq
      """;

  private static final String GONE =
      """
      DELETE FROM history.%s x USING unnest(?::bigint[], ?::bigint[]) AS gone (conversation_id, seq)
      WHERE x.conversation_id = gone.conversation_id AND x.seq = gone.seq
      """;

  private final Connection connection;
  private final StoredBodies bodies;
  private final Ledger ledger;
  private final Map<ConversationId, Long> rows;

  WriteLedger(Connection connection, StoredBodies bodies, Ledger ledger) {
    this.connection = connection;
    this.bodies = bodies;
    this.ledger = ledger;
    this.rows = ledger.logs().stream().collect(Collectors.toMap(Log::conversation, Log::row));
  }

  void write() throws SQLException {
    writeLogs();
    new WriteRooms(connection, ledger, rows).write();
    writeChanges();
    writeMessages();
    writeRevisions();
    writeReactions();
    writePins();
    for (String table : List.of("revisions", "reactions", "pins")) {
      erase(table, ledger.erased());
    }
  }

  private void writeLogs() throws SQLException {
    List<Log> created = ledger.logs().stream().filter(Log::isNew).toList();
    List<Log> grown = ledger.logs().stream().filter(log -> !log.isNew() && log.hasGrown()).toList();
    if (!created.isEmpty()) {
      try (var statement = new SetStatement<>(connection, CREATE_LOGS, created)) {
        statement
            .column("bigint", Log::row)
            .column("text", Log::conversation)
            .column("bigint", Log::last)
            .column("text", log -> ledger.now())
            .execute();
      }
    }
    if (!grown.isEmpty()) {
      try (var statement = new SetStatement<>(connection, GROW_LOGS, grown)) {
        statement
            .column("bigint", Log::row)
            .column("bigint", Log::last)
            .column("text", log -> ledger.now())
            .column("bigint", Log::row)
            .execute();
      }
    }
  }

  private void writeChanges() throws SQLException {
    if (ledger.changes().isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(connection, CHANGES, ledger.changes())) {
      statement
          .column("bigint", change -> rows.get(change.event().conversation()))
          .column("bigint", change -> change.event().seq())
          .column("text", change -> EventType.codeOf(change.event().body()))
          .column("bigint", change -> change.event().sender().id())
          .column("text", Change::key)
          .column("bigint", Change::target)
          .column("text", change -> bodies.write(change.event().body()))
          .column("text", change -> change.event().timestamp())
          .execute();
    }
  }

  private void writeMessages() throws SQLException {
    List<Place> written = ledger.messages().written();
    List<Place> created = written.stream().filter(place -> message(place).isNew()).toList();
    List<Place> changed = written.stream().filter(place -> !message(place).isNew()).toList();
    if (!created.isEmpty()) {
      try (var statement = currentState(NEW_MESSAGES, created)) {
        statement
            .column("bigint", place -> message(place).sender())
            .column("text", place -> message(place).key())
            .column("text", place -> message(place).postedAt())
            .execute();
      }
    }
    if (!changed.isEmpty()) {
      try (var statement = currentState(CHANGED_MESSAGES, changed)) {
        statement.execute();
      }
    }
  }

  private SetStatement<Place> currentState(String sql, List<Place> places) throws SQLException {
    return at(sql, places)
        .column("text", place -> message(place).content())
        .column("bigint", place -> message(place).contentSeq())
        .column("text", place -> message(place).editedAt())
        .column("text", place -> message(place).deletedAt());
  }

  private Message message(Place place) {
    return ledger.messages().get(place);
  }

  private void writeRevisions() throws SQLException {
    List<Revision> revisions = ledger.revisions();
    if (revisions.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(connection, REVISIONS, revisions)) {
      statement
          .column("bigint", revision -> rows.get(revision.message().conversation()))
          .column("bigint", revision -> revision.message().seq())
          .column("bigint", Revision::contentSeq)
          .column("text", Revision::content)
          .column("text", Revision::writtenAt)
          .execute();
    }
  }

  private void writeReactions() throws SQLException {
    List<Reaction> written = ledger.reactions().written();
    List<Reaction> removed = ledger.reactions().removed();
    if (!written.isEmpty()) {
      try (var statement = reactions(REACTIONS, written)) {
        statement.column("bigint", ledger.reactions()::get).execute();
      }
    }
    if (!removed.isEmpty()) {
      try (var statement = reactions(NO_REACTIONS, removed)) {
        statement.execute();
      }
    }
  }

  private SetStatement<Reaction> reactions(String sql, List<Reaction> reactions)
      throws SQLException {
    return new SetStatement<>(connection, sql, reactions)
        .column("bigint", reaction -> rows.get(reaction.target().conversation()))
        .column("bigint", reaction -> reaction.target().seq())
        .column("text", Reaction::emoji)
        .column("bigint", Reaction::user);
  }

  private void writePins() throws SQLException {
    List<Place> written = ledger.pins().written();
    if (!written.isEmpty()) {
      try (var statement = at(PINS, written)) {
        statement.column("bigint", ledger.pins()::get).execute();
      }
    }
    erase("pins", ledger.pins().removed());
  }

  private void erase(String table, Collection<Place> places) throws SQLException {
    if (!places.isEmpty()) {
      try (var statement = at(GONE.replace("%s", table), places)) {
        statement.execute();
      }
    }
  }

  private SetStatement<Place> at(String sql, Collection<Place> places) throws SQLException {
    return new SetStatement<>(connection, sql, places)
        .column("bigint", place -> rows.get(place.conversation()))
        .column("bigint", Place::seq);
  }
}
