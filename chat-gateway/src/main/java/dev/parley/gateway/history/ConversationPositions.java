package dev.parley.gateway.history;

import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** How far the conversations of a user have come. */
@Singleton
public class ConversationPositions {

  private final HistoryService history;

  ConversationPositions(@RestClient HistoryService history) {
    this.history = history;
  }

  public Uni<List<ListConversations.Position>> of(UserId user) {
    return history.conversations(user.value()).map(ListConversations.Answer::conversations);
  }
}
