package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One object for the API server. */
record Resource(JsonNode json) {

  String kind() {
    return json.path("kind").asText();
  }

  String name() {
    return json.at("/metadata/name").asText();
  }

  /** {@code "Deployment/chat-gateway"}. */
  String id() {
    return kind() + "/" + name();
  }

  boolean is(String kind) {
    return kind().equals(kind);
  }

  /** What is at a JSON pointer; a missing node where nothing is. */
  JsonNode at(String pointer) {
    return json.at(pointer);
  }

  /** The same, under the name that it has in the sources. */
  Resource withoutHash() {
    ObjectNode copy = json.deepCopy();
    ((ObjectNode) copy.path("metadata")).put("name", name().replaceFirst("-[0-9a-z]{10}$", ""));
    return new Resource(copy);
  }

  /** {@code "Deployment/chat-gateway: no name"}. */
  String finding(String what) {
    return id() + ": " + what;
  }
}
