package dev.parley.system.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What a browser loads before anybody can log in, as the edge hands it out. */
@WithStack
class FirstLoadTest {

  private static final Pattern BUNDLED = Pattern.compile("\"(/static/bundle/[^\"]+)\"");
  private static final List<String> OTHERS =
      List.of("/favicon.svg", "/manifest.webmanifest", "/sw.js", "/icon-192.png");

  private final RunningStack stack;
  private final HttpClient http = HttpClient.newHttpClient();

  FirstLoadTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void allOfItIsUnder100KilobytesCompressed() throws Exception {
    int bytes = get("/", "gzip").body().length;
    for (String path : Stream.concat(bundled().stream(), OTHERS.stream()).toList()) {
      bytes += get(path, "gzip").body().length;
    }
    System.out.println("first load: " + bytes + " bytes");
    assertTrue(bytes < 100_000, bytes + " bytes");
  }

  @Test
  void scriptsAndStylesAreCompressedBeforehandAndKeptForEver() throws Exception {
    assertEquals(2, bundled().size());
    for (String path : bundled()) {
      HttpResponse<byte[]> answer = get(path, "gzip");
      assertEquals("gzip", header(answer, "Content-Encoding"));
      assertEquals(header(answer, "Content-Length"), "" + answer.body().length, "known before");
      assertTrue(header(answer, "Cache-Control").contains("immutable"), path);
      assertTrue(header(answer, "Content-Security-Policy").contains("script-src 'self'"), path);
      assertArrayEquals(get(path, "identity").body(), unpacked(answer.body()));
    }
  }

  private List<String> bundled() throws Exception {
    String page = new String(get("/", "identity").body(), StandardCharsets.UTF_8);
    return BUNDLED.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private HttpResponse<byte[]> get(String path, String encoding) throws Exception {
    URI address = stack.edge().resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept-Encoding", encoding)
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode(), path);
    return answer;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static byte[] unpacked(byte[] gzip) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
  }
}
