package dev.parley.client.http;

import dev.parley.client.frame.WireJson;
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
 * Calls the HTTP endpoints below one address, blocking. Bodies go out as they are given, answers
 * come back whatever their status is. Where none comes, a call fails with an {@link
 * UncheckedIOException}.
 *
 * <pre>{@code
 * HttpAnswer answer = Http.at(address).bearing(token).get("/users");
 * }</pre>
 *
 * @param limit for one answer
 */
public record Http(HttpClient client, URI address, Duration limit, Map<String, String> headers) {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  public Http {
    headers = Map.copyOf(headers);
  }

  /** With connections that all callers of this kind share. */
  public static Http at(URI address) {
    return new Http(shared(), address, LIMIT, Map.of());
  }

  /** One for the JVM: every client has threads of its own. */
  public static HttpClient shared() {
    return Shared.CLIENT;
  }

  /** Such a client; it does not follow redirects. */
  public static HttpClient.Builder clientBuilder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(LIMIT);
  }

  private static final class Shared {
    private static final HttpClient CLIENT = clientBuilder().build();
  }

  /** The same caller with one more header on every request. */
  public Http with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Http(client, address, limit, more);
  }

  public Http bearing(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public HttpAnswer get(String path) {
    return call("GET", path, BodyPublishers.noBody());
  }

  public HttpAnswer delete(String path) {
    return call("DELETE", path, BodyPublishers.noBody());
  }

  /** Without a body. */
  public HttpAnswer post(String path) {
    return call("POST", path, BodyPublishers.noBody());
  }

  /** With this text as an {@code application/json} body, be it JSON or not. */
  public HttpAnswer post(String path, String body) {
    return sendJson("POST", path, body);
  }

  /** With a map or a record as its body. */
  public HttpAnswer post(String path, Object fields) {
    return sendJson("POST", path, WireJson.write(fields));
  }

  public HttpAnswer put(String path, Object fields) {
    return sendJson("PUT", path, WireJson.write(fields));
  }

  public HttpAnswer patch(String path, Object fields) {
    return sendJson("PATCH", path, WireJson.write(fields));
  }

  private HttpAnswer sendJson(String method, String path, String body) {
    return with("Content-Type", "application/json")
        .call(method, path, BodyPublishers.ofString(body));
  }

  private HttpAnswer call(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/$", "") + path))
            .timeout(limit)
            .method(method, body);
    headers.forEach(request::header);
    return answer(request.build());
  }

  private HttpAnswer answer(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new HttpAnswer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(request + " was interrupted", e));
    }
  }
}
