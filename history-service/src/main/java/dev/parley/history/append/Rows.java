package dev.parley.history.append;

import dev.parley.history.append.ConversationLocks.Locked;
import dev.parley.history.ledger.Place;
import dev.parley.history.ledger.Seat;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of the conversations that the transaction has locked. */
record Rows(
    Connection connection, Map<ConversationId, Locked> locked, Map<Long, ConversationId> byRow) {

  long of(ConversationId conversation) {
    return locked.get(conversation).id();
  }

  /** Those of them that belong to conversations that exist. */
  <T> List<T> existing(Collection<T> all, Function<T, ConversationId> conversation) {
    return all.stream().filter(one -> locked.containsKey(conversation.apply(one))).toList();
  }

  ConversationId conversation(ResultSet row) throws SQLException {
    return byRow.get(row.getLong("conversation_id"));
  }

  Place place(ResultSet row) throws SQLException {
    return new Place(conversation(row), new Sequence(row.getLong("seq")));
  }

  Seat seat(ResultSet row) throws SQLException {
    return new Seat(conversation(row), new UserId(row.getLong("user_id")));
  }
}
