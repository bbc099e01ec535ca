package dev.parley.client.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes texts of frames: {@code type} first, then the fields in their order, without nulls. */
public final class FrameWriter {

  private FrameWriter() {}

  public static String write(ClientFrame frame) {
    ObjectNode json = WireJson.MAPPER.createObjectNode().put("type", frame.type());
    json.setAll((ObjectNode) WireJson.MAPPER.valueToTree(frame));
    if (frame instanceof Command.Other other) {
      json.setAll((ObjectNode) other.fields());
    }
    return json.toString();
  }
}
