package dev.parley.history.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.history.TestingGateway;
import dev.parley.testing.DescribedRequests;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the service says of itself, against what docs/protocol.md says of it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OpenApiTest {

  @Test
  void everyDocumentedRequestExistsAndEveryRequestIsDocumented() throws IOException {
    assertEquals(
        DescribedRequests.documented(Set.of("rooms", "conversations", "messages")),
        DescribedRequests.in(description()).keySet());
  }

  @Test
  void everyRequestHasASummary() {
    DescribedRequests.in(description())
        .forEach((request, summary) -> assertTrue(summary.length() > 10, request));
  }

  private static String description() {
    return TestingGateway.atInternalPort().get("/q/openapi?format=json").asString();
  }
}
