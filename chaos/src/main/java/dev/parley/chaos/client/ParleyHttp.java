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

  /** A cold stack on a slow machine takes its time; nothing is judged before everybody is there. */
  private static final int REGISTRATIONS = 20;

  private static final int OK = 200;

  private final HttpClient http;
  private final URI address;
  private final ObjectMapper json = new ObjectMapper();

  public ParleyHttp(HttpClient http, URI address) {
    this.http = http;
    this.address = address;
  }

  /** Again and again: an attempt without an answer may have registered the user all the same. */
  public Account register(String username, String password) {
    Map<String, String> credentials = Map.of("username", username, "password", password);
    UncheckedIOException failure = null;
    for (int attempt = 0; attempt < REGISTRATIONS; attempt++) {
      try {
        return attempt % 2 == 0
            ? account(post("/register", credentials, "").path("user"), password)
            : account(get("/me", token(credentials)), password);
      } catch (UncheckedIOException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private static Account account(JsonNode user, String password) {
    return new Account(user.path("id").asLong(), user.path("username").asText(), password);
  }

  private String token(Map<String, String> credentials) {
    return post("/login", credentials, "").path("session_token").asText();
  }

  Login login(Account account, int number) {
    String token = token(Map.of("username", account.username(), "password", account.password()));
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
    try {
      return send(
          request(path, token)
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
