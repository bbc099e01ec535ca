package dev.parley.fuzz.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One operation of a service's OpenAPI description.
 *
 * @param service the service that has it
 * @param method in upper case
 * @param path with names in braces: {@code /conversations/{conversation}/read}
 * @param query the names of its query parameters
 */
public record Operation(
    Door service, String method, String path, List<String> query, boolean hasBody) {

  private static final Set<String> WITHOUT_SESSION = Set.of("/register", "/login", "/logout");

  public Operation {
    query = List.copyOf(query);
  }

  /** All operations of an OpenAPI document. */
  public static List<Operation> in(Door service, JsonNode description) {
    List<Operation> operations = new ArrayList<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                of(service, path.getKey(), method.getKey(), method.getValue()))));
    return operations;
  }

  private static Operation of(Door service, String path, String method, JsonNode operation) {
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        query.add(parameter.path("name").asText());
      }
    }
    return new Operation(
        service, method.toUpperCase(Locale.ROOT), path, query, operation.has("requestBody"));
  }

  boolean isInternal() {
    return path.startsWith("/internal/");
  }

  /** Whether it would delete everything if debugging is on. */
  boolean isDestructive() {
    return path.equals("/debug/reset") || path.equals("/internal/reset");
  }

  /** Whether it must be refused without a session. */
  boolean needsSession() {
    return !isInternal() && !path.startsWith("/debug") && !WITHOUT_SESSION.contains(path);
  }

  /** Whether it may end the caller's session. */
  boolean endsSessions() {
    return path.equals("/logout") || method.equals("DELETE") || path.equals("/password");
  }
}
