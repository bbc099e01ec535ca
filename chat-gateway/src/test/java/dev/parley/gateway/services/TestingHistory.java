package dev.parley.gateway.services;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.NewMessage;
import dev.parley.protocol.internal.ReadMessages;
import dev.parley.protocol.internal.StoredMessage;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** Answers as the history service does, from memory, and can be away. */
@Path("/internal")
@Singleton
public class TestingHistory {

  private final Map<ConversationId, List<StoredMessage>> messages = new LinkedHashMap<>();
  private boolean away;

  public synchronized void setAway(boolean isAway) {
    this.away = isAway;
  }

  /** Stores a message as if another gateway had sent it. */
  public synchronized StoredMessage store(NewMessage message) {
    List<StoredMessage> conversation = of(message.conversation());
    StoredMessage stored =
        StoredMessage.of(message, new Sequence(conversation.size() + 1L), Instant.now());
    conversation.add(stored);
    return stored;
  }

  @POST
  @Path("/messages")
  public synchronized AppendMessages.Answer append(AppendMessages.Request request) {
    failWhileAway();
    List<AppendMessages.Receipt> receipts = new ArrayList<>();
    for (NewMessage message : request.messages()) {
      Optional<StoredMessage> first = duplicateOf(message);
      StoredMessage stored = first.orElseGet(() -> store(message));
      receipts.add(
          new AppendMessages.Receipt(
              stored.conversation(), stored.seq(), stored.timestamp(), first.isPresent()));
    }
    return new AppendMessages.Answer(receipts);
  }

  private Optional<StoredMessage> duplicateOf(NewMessage message) {
    return of(message.conversation()).stream()
        .filter(stored -> message.clientId() != null)
        .filter(stored -> message.clientId().equals(stored.clientId()))
        .filter(stored -> message.sender().equals(stored.sender()))
        .findFirst();
  }

  @GET
  @Path("/conversations/{conversation}/messages")
  public synchronized ReadMessages.Answer read(
      @PathParam("conversation") String conversation, @RestQuery long from, @RestQuery long to) {
    failWhileAway();
    return new ReadMessages.Answer(
        of(ConversationId.parse(conversation)).stream()
            .filter(message -> message.seq().value() >= from && message.seq().value() <= to)
            .toList());
  }

  @GET
  @Path("/conversations")
  public synchronized ListConversations.Answer conversations(@RestQuery("user_id") long userId) {
    failWhileAway();
    of(ConversationId.GLOBAL);
    return new ListConversations.Answer(
        messages.entrySet().stream()
            .filter(entry -> entry.getKey().admits(new UserId(userId)))
            .map(
                entry ->
                    new ListConversations.Position(
                        entry.getKey(), new Sequence(entry.getValue().size()), Sequence.NONE))
            .toList());
  }

  private List<StoredMessage> of(ConversationId conversation) {
    return messages.computeIfAbsent(conversation, any -> new ArrayList<>());
  }

  private void failWhileAway() {
    if (away) {
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
  }
}
