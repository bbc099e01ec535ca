package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The HTTP requests of a client. Each fails with an {@link UncheckedIOException} where it was not
 * answered by 200; the caller tries again.
 */
public final class ParleyHttp {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /**
   * Nothing is judged before everybody is there, and a cold stack on a slow machine takes its time.
   */
  private static final Duration REGISTRATION_LIMIT = Duration.ofMinutes(2);

  private static final int OK = 200;

  private final HttpClient http;
  private final URI address;
  private final ObjectMapper json = new ObjectMapper();

  public ParleyHttp(HttpClient http, URI address) {
    this.http = http;
    this.address = address;
  }

  public Account register(String username, String password) {
    JsonNode answer =
        post(
            Map.of("username", username, "password", password),
            request("/register", "").timeout(REGISTRATION_LIMIT));
    return new Account(answer.path("user").path("id").asLong(), username, password);
  }

  Login login(Account account, int number) {
    Map<String, String> body =
        Map.of("username", account.username(), "password", account.password());
    String token = post("/login", body, "").path("session_token").asText();
    long sessionId = get("/me", token).path("session_id").asLong();
    return new Login(number, token, sessionId);
  }

  void logout(String token) {
    post("/logout", Map.of(), token);
  }

  void endSession(long sessionId, String tokenOfAnother) {
    send(request("/sessions/" + sessionId, tokenOfAnother).DELETE());
  }

  JsonNode globalMessages(String token) {
    return get("/messages/global", token);
  }

  JsonNode messagesAfter(String conversation, long after, String token) {
    return get(
        String.format(
            Locale.ROOT, "/conversations/%s/messages?after=%d&limit=200", conversation, after),
        token);
  }

  private JsonNode get(String path, String token) {
    return send(request(path, token).GET());
  }

  private JsonNode post(String path, Map<String, String> body, String token) {
    return post(body, request(path, token));
  }

  private JsonNode post(Map<String, String> body, HttpRequest.Builder request) {
    try {
      return send(
          request
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    try {
      HttpResponse<String> answer = http.send(built, BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s %s: %d",
                built.method(),
                built.uri().getPath(),
                answer.statusCode()));
      }
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
