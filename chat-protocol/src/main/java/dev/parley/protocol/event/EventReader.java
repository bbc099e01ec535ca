package dev.parley.protocol.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Reads what {@link EventWriter} wrote, also of a newer version. */
final class EventReader extends JsonDeserializer<Event> {

  private static final Set<String> OF_ALL_EVENTS =
      Set.of("type", "conversation", "seq", "sender_id", "sender", "timestamp", "client_id");

  @Override
  public Event deserialize(JsonParser json, DeserializationContext context) throws IOException {
    JsonNode event = context.readTree(json);
    return new Event(
        ConversationId.parse(event.path("conversation").asText()),
        new Sequence(event.path("seq").longValue()),
        sender(event),
        WireTime.parse(event.path("timestamp").asText()),
        event.hasNonNull("client_id") ? new ClientId(event.get("client_id").asText()) : null,
        body(event, context));
  }

  private static User sender(JsonNode event) {
    return event.hasNonNull("sender_id")
        ? new User(new UserId(event.get("sender_id").longValue()), event.path("sender").asText())
        : null;
  }

  private static EventBody body(JsonNode event, DeserializationContext context) throws IOException {
    String type = event.path("type").asText();
    Optional<EventType> known = EventType.of(type);
    if (known.isEmpty()) {
      return new EventBody.Unknown(type);
    }
    TreeNode fields = ((ObjectNode) event).deepCopy().without(OF_ALL_EVENTS);
    try (JsonParser parser = fields.traverse(context.getParser().getCodec())) {
      parser.nextToken();
      return context.readValue(parser, known.get().body());
    }
  }
}
