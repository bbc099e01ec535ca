package dev.parley.history.append;

import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Decides the commands of a transaction, under its locks, and writes what they make. */
@Singleton
final class Decisions {

  List<Receipt> decide(
      List<Command> commands, Scope scope, ConversationLocks.Found locked, Connection connection)
      throws SQLException {
    if (scope.hasOnlyPosts()) {
      PostRights rights = new PostRights(locked.conversations());
      return new InsertMessages(connection).insert(rights.decide(commands, connection));
    }
    throw new UnsupportedOperationException("not yet");
  }
}
