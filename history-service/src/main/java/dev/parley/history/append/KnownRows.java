package dev.parley.history.append;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import java.util.Collection;

/** What was seen of one epoch of the database. Another epoch has other rows. */
final class KnownRows {

  private final Known<ConversationId> conversations = new Known<>();
  private final Known<UserId> accounts = new Known<>();
  private String epoch;

  Known<ConversationId> conversations() {
    return conversations;
  }

  Known<UserId> accounts() {
    return accounts;
  }

  /**
   * Whether what is known is of this epoch, or nothing is known.
   *
   * @param current null where nothing was read that would tell
   */
  synchronized boolean isOf(String current) {
    return current == null || epoch == null || epoch.equals(current);
  }

  synchronized void add(String current, Collection<ConversationId> seen, Collection<UserId> users) {
    if (current == null) {
      return;
    }
    epoch = current;
    conversations.add(seen);
    accounts.add(users);
  }

  synchronized void clear() {
    epoch = null;
    conversations.clear();
    accounts.clear();
  }
}
