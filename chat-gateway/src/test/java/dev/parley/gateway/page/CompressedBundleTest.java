package dev.parley.gateway.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every file of the bundle, compressed and not, over both versions of HTTP. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CompressedBundleTest {

  private static final Pattern BUNDLED = Pattern.compile("\"(/static/bundle/[^\"]+)\"");
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int REPEATS = 20;

  @TestHTTPResource URI address;

  @ParameterizedTest
  @EnumSource(Version.class)
  void whoTakesGzipGetsTheSameFileCompressed(Version version) throws Exception {
    try (HttpClient http = HttpClient.newBuilder().version(version).build()) {
      List<String> paths = bundled(http);
      assertEquals(2, paths.size(), "a script and a style sheet");
      for (int repeat = 0; repeat < REPEATS; repeat++) {
        for (String path : paths) {
          HttpResponse<byte[]> compressed = get(http, path, "gzip, deflate, br");
          assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElse(""));
          assertArrayEquals(get(http, path, "identity").body(), unpacked(compressed.body()), path);
        }
      }
    }
  }

  private List<String> bundled(HttpClient http) throws Exception {
    String page = new String(get(http, "/", "identity").body(), StandardCharsets.UTF_8);
    return BUNDLED.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private HttpResponse<byte[]> get(HttpClient http, String path, String encoding) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Accept-Encoding", encoding)
            .timeout(LIMIT)
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode(), path);
    return answer;
  }

  private static byte[] unpacked(byte[] gzip) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
  }
}
