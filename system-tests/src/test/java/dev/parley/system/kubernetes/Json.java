package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads parsed manifests. */
final class Json {

  private Json() {}

  /** The elements of a list; none of what is none. */
  static Stream<JsonNode> list(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** A list of texts. */
  static Stream<String> texts(JsonNode list) {
    return list(list).map(JsonNode::asText);
  }
}
