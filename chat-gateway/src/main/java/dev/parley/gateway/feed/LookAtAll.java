package dev.parley.gateway.feed;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.conversation.Conversation;
import dev.parley.gateway.conversation.Conversations;
import dev.parley.gateway.history.ConversationLists;
import dev.parley.gateway.history.HistoryReplicas;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.ReadLastSequences;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Asks the history service how far conversations go, and tells {@link Conversations}: for what the
 * feed cannot tell, and for what nobody has thought of. It looks at every conversation that is
 * known here, and at those of connected users that are not.
 *
 * <p>Belongs to one reader at a time.
 */
@Singleton
class LookAtAll {

  private final HistoryReplicas history;
  private final ConversationLists lists;
  private final Conversations conversations;
  private final Connections connections;
  private UserId lastUser = new UserId(1);

  LookAtAll(
      HistoryReplicas history,
      ConversationLists lists,
      Conversations conversations,
      Connections connections) {
    this.history = history;
    this.lists = lists;
    this.conversations = conversations;
    this.connections = connections;
  }

  Uni<Void> atEverything() {
    return atKnown().chain(() -> atUsers(connectedUsers()));
  }

  /**
   * At all known conversations, and at {@value ListConversations#MAX_USERS} connected users:
   * everybody has a turn, and no look costs more than that.
   */
  Uni<Void> atTheNextPart() {
    return atKnown().chain(() -> atUsers(nextUsers()));
  }

  private List<UserId> nextUsers() {
    List<UserId> users = connectedUsers();
    List<UserId> next = new ArrayList<>();
    users.stream().filter(user -> user.compareTo(lastUser) > 0).forEach(next::add);
    users.stream().filter(user -> user.compareTo(lastUser) <= 0).forEach(next::add);
    List<UserId> part = next.subList(0, Math.min(ListConversations.MAX_USERS, next.size()));
    lastUser = part.isEmpty() ? lastUser : part.getLast();
    return part;
  }

  private List<UserId> connectedUsers() {
    return connections.all().stream().map(Connection::userId).distinct().sorted().toList();
  }

  private Uni<Void> atKnown() {
    return inBatches(
        conversations.all().stream().map(Conversation::id).toList(),
        ReadLastSequences.MAX_CONVERSATIONS,
        batch ->
            history
                .ask(service -> service.lastSequences(new ReadLastSequences.Request(batch)))
                .invoke(answer -> answer.lastSeqs().forEach(this::found)));
  }

  private void found(String conversation, Sequence last) {
    conversations.committed(ConversationId.parse(conversation), last);
  }

  /** Each of them, also where not all fit into one answer. */
  private Uni<Void> atUsers(List<UserId> users) {
    return inBatches(users, ListConversations.MAX_USERS, this::atBatch);
  }

  private Uni<?> atBatch(List<UserId> users) {
    List<Uni<ConversationLists.Found>> looks =
        users.stream().map(user -> lists.of(user).invoke(this::found)).toList();
    return Uni.join().all(looks).andFailFast();
  }

  private void found(ConversationLists.Found found) {
    found(found.entries());
  }

  private void found(List<ConversationEntry> entries) {
    for (ConversationEntry entry : entries) {
      if (entry.lastSeq().isAfter(Sequence.NONE)) {
        conversations.told(entry.conversation(), entry.lastSeq(), entry.lastSeq());
      }
    }
  }

  private static <T> Uni<Void> inBatches(List<T> all, int most, Function<List<T>, Uni<?>> request) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      batches.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return Multi.createFrom()
        .iterable(batches)
        .onItem()
        .transformToUniAndConcatenate(request)
        .collect()
        .last()
        .replaceWithVoid();
  }
}
