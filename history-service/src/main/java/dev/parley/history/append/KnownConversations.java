package dev.parley.history.append;

import dev.parley.protocol.ConversationId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Conversations that were seen in the database, so that an append need not try to create them. Only
 * a hint: another replica may have reset the data. Forgets the oldest beyond its bound, which costs
 * a needless attempt later.
 */
final class KnownConversations {

  private static final int MAX = 100_000;

  private final LinkedHashSet<ConversationId> known = new LinkedHashSet<>();

  synchronized List<ConversationId> unknownAmong(Set<ConversationId> conversations) {
    return conversations.stream().filter(conversation -> !known.contains(conversation)).toList();
  }

  synchronized void add(Collection<ConversationId> conversations) {
    known.addAll(conversations);
    while (known.size() > MAX) {
      known.removeFirst();
    }
  }

  synchronized void clear() {
    known.clear();
  }
}
