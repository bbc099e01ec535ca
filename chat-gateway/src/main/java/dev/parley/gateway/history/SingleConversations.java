package dev.parley.gateway.history;

import dev.parley.http.BatchedLookUp;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.FindConversations;
import dev.parley.protocol.internal.FindConversations.Asked;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Single conversations as one of their members sees them. */
@Singleton
public class SingleConversations {

  private static final int MAX_WAITING = 100_000;

  private final BatchedLookUp<Asked, ConversationEntry> lookUp;

  SingleConversations(HistoryReplicas history, Vertx vertx) {
    this.lookUp =
        new BatchedLookUp<>(
            "members in the history service",
            vertx,
            FindConversations.MAX_ASKED,
            MAX_WAITING,
            asked -> read(history, asked));
  }

  private static Uni<Map<Asked, ConversationEntry>> read(
      HistoryReplicas history, List<Asked> asked) {
    return history
        .ask(service -> service.find(new FindConversations.Request(asked)))
        .map(
            answer ->
                answer.found().stream()
                    .collect(
                        Collectors.toMap(
                            found -> new Asked(found.userId(), found.entry().conversation()),
                            FindConversations.Found::entry)));
  }

  /** Empty if the user is no member, whether the conversation exists or not. */
  public Uni<Optional<ConversationEntry>> find(UserId user, ConversationId conversation) {
    return lookUp.find(new Asked(user, conversation));
  }
}
