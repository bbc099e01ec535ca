package dev.parley.auth.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.auth.AuthTest;
import dev.parley.auth.Client;
import dev.parley.testing.DescribedRequests;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the service says of itself, against what docs/protocol.md says of it. */
@AuthTest
class OpenApiTest {

  @Test
  void everyDocumentedRequestExistsAndEveryRequestIsDocumented() throws IOException {
    assertEquals(
        DescribedRequests.documented(
            Set.of("register", "login", "logout", "password", "me", "sessions", "users", "debug")),
        DescribedRequests.in(description()).keySet());
  }

  @Test
  void everyRequestHasASummary() {
    DescribedRequests.in(description())
        .forEach((request, summary) -> assertTrue(summary.length() > 10, request));
  }

  private static String description() {
    return Client.atInternalPort().get("/q/openapi?format=json").asString();
  }
}
