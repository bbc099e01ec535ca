package dev.parley.system.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.stack.edge.PublicRoutes;
import dev.parley.stack.edge.Upstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Ingress sends each public path where the edge of {@code ./parley up} and nginx send it. */
class IngressRoutesTest {

  private static final Pattern ALTERNATIVES = Pattern.compile("location ~ \\^/\\(([a-z|]+)\\)");

  private static final Pattern LIMITED =
      Pattern.compile("location ~ \\^/\\(?([a-z|]+)[^{]*\\{\\s*limit_req ");

  private static final Map<String, Upstream> UPSTREAMS =
      Map.of(
          "auth-service", upstream("auth"),
          "history-service", upstream("history"),
          "chat-gateway", upstream("gateway"));

  private static final PublicRoutes EDGE =
      new PublicRoutes(
          UPSTREAMS.get("auth-service"),
          UPSTREAMS.get("history-service"),
          UPSTREAMS.get("chat-gateway"));

  private static Upstream upstream(String name) {
    return new Upstream(List.of(URI.create("http://" + name)));
  }

  /** Each first segment that nginx routes to a service, and some of the page. */
  static Stream<String> paths() throws IOException {
    Stream<String> ofNginx =
        ALTERNATIVES
            .matcher(nginx())
            .results()
            .flatMap(location -> Stream.of(location.group(1).split("\\|")))
            .map(segment -> "/" + segment);
    return Stream.concat(
        Stream.of("/"),
        Stream.concat(ofNginx, Stream.of("/ws", "/static", "/c", "/settings"))
            .flatMap(path -> Stream.of(path, path + "/below", path + "elsewhere")));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void everyPathGoesWhereTheEdgeSendsIt(String path) {
    assertEquals(EDGE.of(path).orElseThrow(), UPSTREAMS.get(backend(path)), path);
  }

  @Test
  void everyPathLeadsToThePublicPort() {
    assertEquals(
        Set.of("http"),
        ingresses()
            .flatMap(IngressRoutesTest::routes)
            .map(path -> path.at("/backend/service/port/name").asText())
            .collect(Collectors.toSet()));
  }

  /** Each of these costs a hash, so nginx and the annotations limit them for an address. */
  @Test
  void whatNginxLimitsTheIngressLimitsToo() throws IOException {
    Set<String> limited =
        LIMITED
            .matcher(nginx())
            .results()
            .flatMap(location -> Stream.of(location.group(1).split("\\|")))
            .map(segment -> "/" + segment)
            .collect(Collectors.toSet());
    assertEquals(Set.of("/login", "/password", "/register"), limited);
    assertEquals(
        limited,
        ingresses()
            .filter(IngressRoutesTest::isLimited)
            .flatMap(IngressRoutesTest::routes)
            .map(path -> path.path("path").asText())
            .collect(Collectors.toSet()));
  }

  private static boolean isLimited(JsonNode ingress) {
    JsonNode annotations = ingress.at("/metadata/annotations");
    return Stream.of("limit-rps", "limit-rpm")
        .anyMatch(limit -> annotations.has("nginx.ingress.kubernetes.io/" + limit));
  }

  /** The longest matching path wins. */
  private static String backend(String target) {
    return ingresses()
        .flatMap(IngressRoutesTest::routes)
        .filter(path -> matches(path, target))
        .max(Comparator.comparingInt(path -> path.path("path").asText().length()))
        .map(path -> path.at("/backend/service/name").asText())
        .orElseThrow();
  }

  private static Stream<JsonNode> ingresses() {
    try {
      Path file = Installation.ORIGINAL.resolve("base/ingress.yaml");
      return Manifests.read(Files.readString(file)).resources().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> routes(JsonNode ingress) {
    return Manifests.list(ingress.at("/spec/rules/0/http/paths"));
  }

  private static String nginx() throws IOException {
    return Files.readString(Path.of("..", "deploy", "nginx", "nginx.conf"));
  }

  private static boolean matches(JsonNode path, String target) {
    String prefix = path.path("path").asText();
    return switch (path.path("pathType").asText()) {
      case "Exact" -> target.equals(prefix);
      case "Prefix" -> (target + "/").startsWith(prefix.equals("/") ? "/" : prefix + "/");
      default -> throw new AssertionError(path);
    };
  }
}
