package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.frame.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The client requests that a service describes, and those that docs/protocol.md describes. */
public final class DescribedRequests {

  private static final Pattern REQUEST =
      Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/([a-z]+)[^?`]*)");

  private DescribedRequests() {}

  /**
   * The summary of each request: {@code "GET /rooms/{id}"}.
   *
   * @param openApi a service's OpenAPI description as JSON
   */
  public static Map<String, String> in(String openApi) {
    Map<String, String> found = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : WireJson.read(openApi).path("paths").properties()) {
      if (!path.getKey().startsWith("/internal/")) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
          found.put(
              operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
              operation.getValue().path("summary").asText());
        }
      }
    }
    return found;
  }

  /**
   * @param firstSegments the first segments of one service's paths: {@code "rooms"}
   */
  public static Set<String> documented(Set<String> firstSegments) throws IOException {
    return REQUEST
        .matcher(Files.readString(Path.of("..", "docs", "protocol.md")))
        .results()
        .filter(request -> firstSegments.contains(request.group(3)))
        .map(request -> request.group(1) + " " + request.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
