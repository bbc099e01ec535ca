package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls the HTTP endpoints below one address, blocking. It knows nothing of the services: bodies go
 * out as they are given, answers come back whatever their status is.
 *
 * <pre>{@code
 * TestingHttp http = new TestingHttp(edge);
 * TestingAnswer answer = http.bearing(token).get("/users");
 * }</pre>
 */
public record TestingHttp(URI address, Map<String, String> headers) {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** One for the JVM: every client has threads of its own. */
  static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(LIMIT)
          .build();

  public TestingHttp {
    headers = Map.copyOf(headers);
  }

  public TestingHttp(URI address) {
    this(address, Map.of());
  }

  /** The same caller with one more header on every request. */
  public TestingHttp with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new TestingHttp(address, more);
  }

  public TestingHttp bearing(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public TestingAnswer get(String path) {
    return call("GET", path, BodyPublishers.noBody());
  }

  public TestingAnswer delete(String path) {
    return call("DELETE", path, BodyPublishers.noBody());
  }

  /** Without a body. */
  public TestingAnswer post(String path) {
    return call("POST", path, BodyPublishers.noBody());
  }

  /** With this text as an {@code application/json} body, be it JSON or not. */
  public TestingAnswer post(String path, String body) {
    return sendJson("POST", path, body);
  }

  public TestingAnswer post(String path, Map<String, ?> fields) {
    return post(path, TestingJson.write(fields));
  }

  public TestingAnswer put(String path, Map<String, ?> fields) {
    return sendJson("PUT", path, TestingJson.write(fields));
  }

  private TestingAnswer sendJson(String method, String path, String body) {
    return with("Content-Type", "application/json")
        .call(method, path, BodyPublishers.ofString(body));
  }

  private TestingAnswer call(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/$", "") + path))
            .timeout(LIMIT)
            .method(method, body);
    headers.forEach(request::header);
    return answer(request.build());
  }

  private static TestingAnswer answer(HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      return new TestingAnswer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(request + " was interrupted", e);
    }
  }
}
