package dev.parley.history.append;

import dev.parley.history.append.AppendFailure.RowsVanished;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Creates and locks what a transaction needs. */
record ScopeLocks(Connection connection, KnownRows known) {

  ConversationLocks.Found lock(Scope scope) throws SQLException {
    ConversationLocks locks = new ConversationLocks(connection);
    Accounts accounts = new Accounts(connection);
    Set<ConversationId> existing = new HashSet<>(scope.begun().keySet());
    existing.removeAll(ofStrangers(scope, accounts));
    locks.create(known.conversations().unknownAmong(existing));
    ConversationLocks.Found found = locks.lock(scope.locked());
    if (!known.isOf(found.epoch()) || !found.conversations().keySet().containsAll(existing)) {
      throw new RowsVanished();
    }
    List<UserId> unknown = known.accounts().unknownAmong(scope.users().keySet());
    accounts.add(unknown.stream().map(scope.users()::get).toList());
    return found;
  }

  /** Nothing begins for somebody who does not exist. */
  private List<ConversationId> ofStrangers(Scope scope, Accounts accounts) throws SQLException {
    List<ConversationId> unknown =
        known.conversations().unknownAmong(List.copyOf(scope.begun().keySet()));
    Set<UserId> others = new HashSet<>();
    unknown.forEach(conversation -> others.add(scope.begun().get(conversation)));
    others.removeAll(scope.users().keySet());
    List<UserId> doubtful = known.accounts().unknownAmong(others);
    Set<UserId> strangers = new HashSet<>(doubtful);
    strangers.removeAll(accounts.presentAmong(doubtful));
    return unknown.stream()
        .filter(conversation -> strangers.contains(scope.begun().get(conversation)))
        .toList();
  }
}
