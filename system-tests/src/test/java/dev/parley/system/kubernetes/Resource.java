package dev.parley.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

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

  /** {@code "Deployment/chat-gateway: no name"}. */
  String finding(String what) {
    return id() + ": " + what;
  }
}
