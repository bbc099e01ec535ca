package dev.parley.history.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.history.TestingGateway;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the service says of itself, against what docs/protocol.md says of it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OpenApiTest {

  private static final Pattern REQUEST =
      Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/(?:rooms|conversations|messages)[^?`]*)");

  @Test
  void everyDocumentedRequestExistsAndEveryRequestIsDocumented() throws IOException {
    assertEquals(documented(), described());
  }

  @Test
  void everyRequestOfClientsHasASummary() throws IOException {
    for (var path : paths().properties()) {
      for (var operation : path.getValue().properties()) {
        String name = operation.getKey() + " " + path.getKey();
        boolean isInternal = path.getKey().startsWith("/internal/");
        assertTrue(isInternal || operation.getValue().path("summary").asText().length() > 10, name);
      }
    }
  }

  @Test
  void theDocumentSaysWhatItIs() throws IOException {
    JsonNode document = document();
    assertTrue(document.path("openapi").asText().startsWith("3."));
    assertFalse(document.at("/info/title").asText().isEmpty());
  }

  private static Set<String> documented() throws IOException {
    return REQUEST
        .matcher(Files.readString(Path.of("..", "docs", "protocol.md")))
        .results()
        .map(request -> request.group(1) + " " + request.group(2))
        .map(request -> request.replace("{c}", "{conversation}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> described() throws IOException {
    Set<String> described = new TreeSet<>();
    for (var path : paths().properties()) {
      if (!path.getKey().startsWith("/internal/")) {
        path.getValue()
            .fieldNames()
            .forEachRemaining(
                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
      }
    }
    return described;
  }

  private static JsonNode paths() throws IOException {
    return document().path("paths");
  }

  private static JsonNode document() throws IOException {
    return new ObjectMapper()
        .readTree(TestingGateway.atInternalPort().get("/q/openapi?format=json").asString());
  }
}
