package dev.parley.protocol.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes an event as one flat object: what all events have, then the fields of its body. */
class EventWriter extends JsonSerializer<Event> {

  private final Map<Class<?>, JsonSerializer<Object>> bodies = new ConcurrentHashMap<>();

  @Override
  public void serialize(Event event, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartObject();
    writeFields(event, json, provider);
    json.writeEndObject();
  }

  void writeFields(Event event, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStringField("type", EventType.codeOf(event.body()));
    json.writeStringField("conversation", event.conversation().toString());
    json.writeNumberField("seq", event.seq().value());
    if (event.sender() == null) {
      json.writeNullField("sender_id");
      json.writeNullField("sender");
    } else {
      json.writeNumberField("sender_id", event.sender().id().value());
      json.writeStringField("sender", event.sender().username());
    }
    json.writeStringField("timestamp", WireTime.format(event.timestamp()));
    if (event.clientId() != null) {
      json.writeStringField("client_id", event.clientId().value());
    }
    if (!(event.body() instanceof EventBody.Unknown)) {
      fieldsOf(event.body(), provider).serialize(event.body(), json, provider);
    }
  }

  private JsonSerializer<Object> fieldsOf(EventBody body, SerializerProvider provider)
      throws IOException {
    JsonSerializer<Object> known = bodies.get(body.getClass());
    if (known == null) {
      known =
          provider.findValueSerializer(body.getClass()).unwrappingSerializer(NameTransformer.NOP);
      bodies.put(body.getClass(), known);
    }
    return known;
  }

  /** For an object that has all fields of an event and some more. */
  @Override
  public JsonSerializer<Event> unwrappingSerializer(NameTransformer ignored) {
    return new EventWriter() {
      @Override
      public boolean isUnwrappingSerializer() {
        return true;
      }

      @Override
      public void serialize(Event event, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        super.writeFields(event, json, provider);
      }
    };
  }
}
