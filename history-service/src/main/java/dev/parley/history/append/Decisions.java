package dev.parley.history.append;

import dev.parley.history.events.StoredBodies;
import dev.parley.history.ledger.Decision;
import dev.parley.history.ledger.Ledger;
import dev.parley.history.ledger.Limits;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Decides the commands of a transaction, under its locks, and writes what they make. Where all of
 * them are posts, none depends on another, and one statement stores them.
 */
@Singleton
final class Decisions {

  private final Limits limits;
  private final StoredBodies bodies;

  Decisions(Limits limits, StoredBodies bodies) {
    this.limits = limits;
    this.bodies = bodies;
  }

  List<Receipt> decide(
      List<Command> commands, Scope scope, ConversationLocks.Found locked, Connection connection)
      throws SQLException {
    if (scope.hasOnlyPosts()) {
      PostRights rights = new PostRights(locked.conversations());
      return new InsertMessages(connection).insert(rights.decide(commands, connection));
    }
    Ledger ledger = new LoadLedger(connection).load(commands, locked.conversations());
    List<Receipt> receipts = new Decision(ledger, limits).decide(commands);
    new WriteLedger(connection, bodies, ledger).write();
    return receipts;
  }
}
