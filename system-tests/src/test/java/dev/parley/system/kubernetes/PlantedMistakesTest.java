package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check finds each mistake, and no other check reports it. */
class PlantedMistakesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static Manifests manifests;

  @BeforeAll
  static void render(@TempDir Path folder) throws IOException {
    manifests = Installation.copiedTo(folder).render("local");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /apiVersion                                  | "apps/v2"      | unknown: apps/v2 Deployment
          /spec/minReadySeconds                        | "10"           | /spec/minReadySeconds is "10" instead of 10
          /spec/replica                                | 3              | The field `replica` in the JSON string is not defined in the `V1DeploymentSpec` properties
          /spec/progressDeadlineSeconds                | 600            | a start of PT1H fails an update after PT10M
          /spec/strategy/rollingUpdate/maxUnavailable  | 1              | an update makes replicas unavailable
          POD/topologySpreadConstraints                | []             | spreads over [] instead of the host name alone
          POD/affinity                                 | {}             | prefers no zone without its own pods
          CONTAINER/env/0/valueFrom/secretKeyRef/key   | "REDIS_URL"    | there is no secret REDIS_URL
          CONTAINER/image                              | "a:5000/chat"  | the image a:5000/chat is not pinned
          CONTAINER/image                              | "chat:latest"  | the image chat:latest is not pinned
          CONTAINER/resources/limits/memory            | "2Gi"          | the limit of memory is not what is requested
          CONTAINER/lifecycle/preStop/sleep/seconds    | 20             | a drain of PT10S does not fit into PT30S
          CONTAINER/startupProbe/failureThreshold      | 60             | a start is killed after PT2M
          CONTAINER/livenessProbe/terminationGracePeriodSeconds | 30    | a process that hangs has another PT30S
          """)
  void inAGatewayItIsFoundAndNothingElse(String pointer, String value, String finding) {
    String place =
        pointer.replace("CONTAINER", "POD/containers/0").replace("POD", "/spec/template/spec");
    assertFound("Deployment/chat-gateway", place, value, "Deployment/chat-gateway: " + finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Service/postgres      | /spec/clusterIP    | "None" | ConfigMap/parley-settings: no Service keeps the address postgres:5432
          Service/redis         | /spec/ports/0/port | 6380   | Secret/parley-secrets: no Service keeps the address redis:6379
          Service/postgres-pods | /spec/clusterIP    | ""     | StatefulSet/postgres: there is no headless Service/postgres-pods
          """)
  void inAServiceItIsFoundAndNothingElse(
      String service, String pointer, String value, String finding) {
    assertFound(service, pointer, value, finding);
  }

  private static void assertFound(String resource, String pointer, String value, String finding) {
    assertEquals(
        List.of(finding),
        OverlaysTest.findings(
            new Manifests(
                manifests.resources().stream()
                    .map(it -> Manifests.id(it).equals(resource) ? changed(it, pointer, value) : it)
                    .toList())));
  }

  private static JsonNode changed(JsonNode resource, String pointer, String value) {
    JsonNode copy = resource.deepCopy();
    JsonPointer place = JsonPointer.compile(pointer);
    try {
      ((ObjectNode) copy.at(place.head()))
          .set(place.last().getMatchingProperty(), MAPPER.readTree(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value, e);
    }
    return copy;
  }
}
