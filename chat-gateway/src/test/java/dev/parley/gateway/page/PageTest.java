package dev.parley.gateway.page;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PageTest {

  private static final Pattern SCRIPT = Pattern.compile("src=\"(/static/bundle/[^\"]+\\.js)\"");
  private static final Pattern STYLE = Pattern.compile("href=\"(/static/bundle/[^\"]+\\.css)\"");

  @ParameterizedTest
  @ValueSource(strings = {"/", "/c/global", "/c/dm-12-57"})
  void thePageAndEveryLinkToAConversationIsThePageAndNeverStale(String path) {
    get(path)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Cache-Control", "no-cache")
        .body(containsString("<parley-app>"));
  }

  @Test
  void scriptsAreKeptForEverBecauseTheirNamesChangeWithTheirContent() {
    get(scriptPath())
        .then()
        .statusCode(200)
        .header(
            "Cache-Control",
            allOf(containsString("max-age=31536000"), containsString("immutable")));
  }

  @Test
  void theFirstLoadIsUnder100KilobytesCompressed() throws Exception {
    int bytes = 0;
    for (String path : List.of("/", scriptPath(), stylePath(), "/favicon.svg")) {
      bytes += compressed(path).length;
    }
    assertTrue(bytes < 100_000, bytes + " bytes");
  }

  private static byte[] compressed(String path) throws Exception {
    URI address = URI.create("http://localhost:" + RestAssured.port + path);
    HttpRequest request = HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode(), path);
    return response.body();
  }

  @Test
  void nothingInlineRunsAndNobodyFramesThePage() {
    get("/")
        .then()
        .header(
            "Content-Security-Policy",
            allOf(
                containsString("default-src 'none'"),
                containsString("frame-ancestors 'none'"),
                not(containsString("unsafe"))))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }

  private static String scriptPath() {
    return named(SCRIPT);
  }

  private static String stylePath() {
    return named(STYLE);
  }

  private static String named(Pattern reference) {
    Matcher found = reference.matcher(get("/").body().asString());
    assertTrue(found.find(), "the page names it");
    return found.group(1);
  }
}
