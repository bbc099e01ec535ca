package dev.parley.gateway.firstprotocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Protocol;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.gateway.presence.Presence;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.UserId;
import dev.parley.protocol.event.EventType;
import dev.parley.protocol.relay.RelayedEvent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What clients of the first protocol see of the events: messages in global and in direct
 * conversations, and nothing else. The sender of a direct message gets {@code chat_sent} instead of
 * {@code chat}, and of a note to oneself both. A message that is deleted by now is not shown.
 */
@Singleton
public class FirstProtocol {

  private final ObjectMapper json;
  private final Predicate<UserId> isConnected;

  @Inject
  FirstProtocol(ObjectMapper json, Presence presence) {
    this(json, presence::isConnected);
  }

  FirstProtocol(ObjectMapper json, Predicate<UserId> isConnected) {
    this.json = json;
    this.isConnected = isConnected;
  }

  /** Whether every client of the first protocol gets the same frame as the others. */
  public static boolean isTheSame(RelayedEvent event) {
    return event.conversation() instanceof ConversationId.Global && isMessage(event);
  }

  private static boolean isMessage(RelayedEvent event) {
    return event.is(EventType.CHAT) && event.subject() != 0;
  }

  /** What this connection gets of an event, whatever it speaks. */
  public Optional<EncodedFrame> frameFor(RelayedEvent event, Connection connection) {
    EncodedFrame frame = EncodedFrame.ofJson(event.json());
    return connection.speaks(Protocol.V2)
        ? Optional.of(frame)
        : frameFor(event, frame, connection.userId());
  }

  /**
   * @param chat the event's frame
   * @param reader who has the connection
   */
  public Optional<EncodedFrame> frameFor(RelayedEvent event, EncodedFrame chat, UserId reader) {
    if (!isMessage(event)) {
      return Optional.empty();
    }
    return switch (event.conversation()) {
      case ConversationId.Global global -> Optional.of(chat);
      case ConversationId.Direct direct -> Optional.of(direct(direct, event, chat, reader));
      case ConversationId.Room room -> Optional.empty();
      case ConversationId.Inbox inbox -> Optional.empty();
    };
  }

  private EncodedFrame direct(
      ConversationId.Direct conversation, RelayedEvent event, EncodedFrame chat, UserId reader) {
    if (event.subject() != reader.value()) {
      return chat;
    }
    return conversation.isWithOneself()
        ? EncodedFrame.ofJson(sent(conversation, event, reader), event.json())
        : EncodedFrame.ofJson(sent(conversation, event, reader));
  }

  private String sent(ConversationId.Direct conversation, RelayedEvent event, UserId sender) {
    try {
      ObjectNode frame = (ObjectNode) json.readTree(event.json());
      frame.put("type", "chat_sent");
      frame.put("delivered", isConnected.test(conversation.other(sender)));
      return json.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A frame is always JSON", e);
    }
  }
}
