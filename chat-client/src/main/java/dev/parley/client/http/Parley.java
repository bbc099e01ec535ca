package dev.parley.client.http;

import dev.parley.client.frame.Person;
import java.net.URI;
import java.util.Map;

/**
 * A Parley somewhere, before a login.
 *
 * <pre>{@code
 * Session session = Parley.at(URI.create("http://localhost:8000")).logIn("ada", password);
 * }</pre>
 */
public record Parley(Http http) {

  public static Parley at(URI address) {
    return new Parley(Http.at(address));
  }

  /**
   * @throws RefusedException for example where the name is taken
   */
  public Person register(String username, String password) {
    return WirePaths.person(
        http.post("/register", credentials(username, password)).expect(200).json().path("user"));
  }

  /** A new session; those that the user has already go on. */
  public Session logIn(String username, String password) {
    HttpAnswer login = http.post("/login", credentials(username, password)).expect(200);
    return new Session(
        http,
        login.json().path("session_token").asText(),
        WirePaths.person(login.json().path("user")));
  }

  private static Map<String, String> credentials(String username, String password) {
    return Map.of("username", username, "password", password);
  }
}
