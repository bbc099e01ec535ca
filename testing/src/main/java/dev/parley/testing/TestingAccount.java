package dev.parley.testing;

import dev.parley.client.http.Http;
import dev.parley.client.http.Parley;
import dev.parley.client.http.Session;
import java.net.URI;
import java.util.Map;

/** An account with one session, which stands for a device. */
public record TestingAccount(Session session, String password) {

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
    Parley.at(address).register(username, PASSWORD);
    return logIn(Http.at(address), username, PASSWORD);
  }

  public static TestingAccount logIn(Http http, String username, String password) {
    return new TestingAccount(new Parley(http).logIn(username, password), password);
  }

  public long id() {
    return session.user().id();
  }

  public String username() {
    return session.user().username();
  }

  public String token() {
    return session.token();
  }

  /** The address at which the account was registered. */
  public Http http() {
    return session.http();
  }

  /** The same, with the session's token. */
  public Http me() {
    return session.asMe();
  }

  /** The same account with a new session. */
  public TestingAccount onAnotherDevice() {
    return logIn(http(), username(), password);
  }

  /** A client of the first protocol: {@code ?token=}, no subprotocol. */
  public TestingChatClient firstProtocol(URI gateway) {
    return TestingHandshake.to(gateway).token(token()).open();
  }

  /**
   * A client of the second protocol that has no messages yet: {@code parley.v2} and a Bearer
   * header.
   */
  public TestingChatClient secondProtocol(URI gateway) {
    return secondProtocol(gateway, Map.of());
  }

  /** A client that reconnects. */
  public TestingChatClient secondProtocol(URI gateway, Map<String, Long> cursors) {
    return TestingHandshake.to(gateway).secondProtocol().bearer(token()).resume(cursors);
  }
}
