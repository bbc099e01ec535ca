package dev.parley.gateway.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.parley.protocol.event.Event;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the JSON and the bytes of server frames. */
@Singleton
public final class FrameEncoder {

  private final ObjectWriter writer;
  private final ObjectWriter names;
  private final ObjectWriter events;

  FrameEncoder(ObjectMapper mapper) {
    this.writer = mapper.writerFor(ServerFrame.class);
    this.events = mapper.writerFor(Event.class);
    this.names = mapper.writerFor(new TypeReference<List<String>>() {});
  }

  public EncodedFrame encode(ServerFrame frame) {
    try {
      return EncodedFrame.of(writer.writeValueAsBytes(frame));
    } catch (JsonProcessingException e) {
      throw notJson(e);
    }
  }

  /** The text alone, one line, to go through the relay. */
  public String json(ServerFrame frame) {
    return text(writer, frame);
  }

  /** The same of an event. */
  public String json(Event event) {
    return text(events, event);
  }

  public WrittenNames names(List<String> usernames) {
    return new WrittenNames(text(names, usernames));
  }

  private static String text(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw notJson(e);
    }
  }

  private static IllegalStateException notJson(JsonProcessingException failure) {
    return new IllegalStateException("A server frame is always JSON", failure);
  }
}
