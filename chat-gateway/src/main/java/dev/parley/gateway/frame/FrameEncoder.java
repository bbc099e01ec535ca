package dev.parley.gateway.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;

/** Makes the JSON and the bytes of server frames. */
@Singleton
public final class FrameEncoder {

  private final ObjectWriter writer;

  FrameEncoder(ObjectMapper mapper) {
    this.writer = mapper.writerFor(ServerFrame.class);
  }

  public EncodedFrame encode(ServerFrame frame) {
    try {
      return EncodedFrame.of(writer.writeValueAsBytes(frame));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A server frame is always JSON", e);
    }
  }

  /** The text alone, one line, to go through the relay. */
  public String json(ServerFrame frame) {
    try {
      return writer.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A server frame is always JSON", e);
    }
  }
}
