package dev.parley.gateway.page;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PageTest {

  private static final Pattern SCRIPT = Pattern.compile("src=\"(/static/bundle/[^\"]+\\.js)\"");
  private static final Pattern STYLE = Pattern.compile("href=\"(/static/bundle/[^\"]+\\.css)\"");

  @ParameterizedTest
  @ValueSource(strings = {"/", "/c/global", "/c/dm-12-57", "/settings"})
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

  @ParameterizedTest
  @ValueSource(strings = {"/sw.js", "/manifest.webmanifest"})
  void whatAnInstalledPageIsUpdatedByIsNeverStale(String path) {
    get(path).then().statusCode(200).header("Cache-Control", "no-cache");
  }

  @Test
  void scriptsAndStylesAreCompressedBeforehandWithTheSameHeaders() throws Exception {
    for (String path : List.of(scriptPath(), stylePath())) {
      HttpResponse<byte[]> answer = withGzip(path);
      assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
      assertTrue(answer.headers().firstValue("Content-Length").isPresent(), "not while it is sent");
      assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
      assertTrue(answer.headers().firstValue("Content-Security-Policy").isPresent());
      byte[] plain = get(path).asByteArray();
      assertArrayEquals(plain, unpacked(answer.body()));
    }
  }

  private static byte[] unpacked(byte[] gzip) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
  }

  @Test
  void theFirstLoadIsUnder100KilobytesCompressed() throws Exception {
    int bytes = 0;
    for (String path :
        List.of(
            "/", scriptPath(), stylePath(), "/favicon.svg", "/manifest.webmanifest", "/sw.js")) {
      bytes += withGzip(path).body().length;
    }
    assertTrue(bytes < 100_000, bytes + " bytes");
  }

  private static HttpResponse<byte[]> withGzip(String path) throws Exception {
    URI address = URI.create("http://localhost:" + RestAssured.port + path);
    HttpRequest request = HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build();
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode(), path);
    return response;
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
