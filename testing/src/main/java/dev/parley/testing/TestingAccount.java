package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;

/**
 * Somebody with an account and one session: a device. {@link #http()} is where the account was
 * registered, {@link #me()} the same with the session's token.
 */
public record TestingAccount(
    TestingHttp http, long id, String username, String password, String token) {

  private static final String PASSWORD = "correct horse";

  /**
   * Registers and logs in.
   *
   * @param prefix the start of the username; the rest is random, so that tests share no names
   */
  public static TestingAccount register(URI address, String prefix) {
    return registerAs(address, prefix + "-" + RandomLetters.of(8));
  }

  /** Registers and logs in under exactly this name. */
  public static TestingAccount registerAs(URI address, String username) {
    TestingHttp http = new TestingHttp(address);
    http.post("/register", credentials(username, PASSWORD)).expect(200);
    return logIn(http, username, PASSWORD);
  }

  public static TestingAccount logIn(TestingHttp http, String username, String password) {
    JsonNode login = http.post("/login", credentials(username, password)).expect(200).json();
    return new TestingAccount(
        http,
        login.at("/user/id").asLong(),
        login.at("/user/username").asText(),
        password,
        login.get("session_token").asText());
  }

  private static Map<String, String> credentials(String username, String password) {
    return Map.of("username", username, "password", password);
  }

  /** The same account with a session of its own. */
  public TestingAccount onAnotherDevice() {
    return logIn(http, username, password);
  }

  public TestingHttp me() {
    return http.bearing(token);
  }

  /** A client of the first protocol: {@code ?token=}, no subprotocol. */
  public TestingChatClient firstProtocol(URI gateway) {
    return TestingHandshake.to(gateway).token(token).open();
  }

  /** A client of the second protocol that has nothing: {@code parley.v2} and a Bearer header. */
  public TestingChatClient secondProtocol(URI gateway) {
    return secondProtocol(gateway, Map.of());
  }

  /** One that comes back. */
  public TestingChatClient secondProtocol(URI gateway, Map<String, Long> cursors) {
    return TestingHandshake.to(gateway).secondProtocol().bearer(token).resume(cursors);
  }
}
