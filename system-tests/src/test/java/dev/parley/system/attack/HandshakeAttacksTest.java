package dev.parley.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingHandshake;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Getting a socket that is somebody else's, or more than a socket. */
@WithStack
class HandshakeAttacksTest {

  private static final int ORIGIN_NOT_ALLOWED = 1008;
  private static final int SESSION_INVALID = 4001;
  private static final String UPGRADE =
      """
      Host: {host}\r
      Connection: Upgrade\r
      Upgrade: websocket\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      """;

  private final RunningStack stack;
  private final TestingAccount ada;

  HandshakeAttacksTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
  }

  @Test
  void aCookieWithoutAnOriginOpensNoSocket() {
    assertEquals(ORIGIN_NOT_ALLOWED, withCookie().open().closeCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://elsewhere.example",
        "http://{host}.elsewhere.example",
        "http://elsewhere-{host}",
        "http://{host}@elsewhere.example",
        "http://elsewhere.example#{host}",
        "http://elsewhere.example/{host}",
        "{host}",
        "http://127.0.0.1:1"
      })
  void anOriginThatOnlyLooksLikeOursOpensNoSocket(String origin) {
    String spelt = origin.replace("{host}", stack.edge().getAuthority());
    assertEquals(ORIGIN_NOT_ALLOWED, withCookie().origin(spelt).open().closeCode());
  }

  /** The edge says itself which host was asked. */
  @Test
  void aForgedForwardedHostMakesNoOriginOurs() {
    for (String header : List.of("X-Forwarded-Host", "Forwarded", "X-Original-Host")) {
      int code =
          withCookie()
              .origin("https://elsewhere.example")
              .header(header, "elsewhere.example")
              .open()
              .closeCode();
      assertEquals(ORIGIN_NOT_ALLOWED, code, header);
    }
  }

  @Test
  void aFetchFromElsewhereOpensNoSocketEvenIfItsOriginIsOurs() {
    int code =
        withCookie()
            .origin("http://" + stack.edge().getAuthority())
            .header("Sec-Fetch-Site", "cross-site")
            .open()
            .closeCode();
    assertEquals(ORIGIN_NOT_ALLOWED, code);
  }

  @Test
  void ofTwoTokensTheWeakerOneDoesNotCount() {
    TestingHandshake handshake = TestingHandshake.to(stack.edge()).token("x".repeat(43));
    String origin = "http://" + stack.edge().getAuthority();
    assertEquals(
        SESSION_INVALID,
        handshake
            .header("Cookie", "parley_session=" + ada.token())
            .origin(origin)
            .open()
            .closeCode());
    assertEquals(
        SESSION_INVALID,
        TestingHandshake.to(stack.edge())
            .token(ada.token())
            .bearer("x".repeat(43))
            .open()
            .closeCode());
  }

  @Test
  void aSecondTokenInTheQueryDoesNotMendTheFirst() {
    String answer =
        RawRequest.send(
            stack.edge(),
            "GET /ws?token=wrong&token=%s HTTP/1.1\r\n%s\r\n".formatted(ada.token(), UPGRADE));
    assertTrue(answer.contains("Invalid or expired session token"), "a socket was opened");
  }

  @Test
  void aTokenAmongTheSubprotocolsIsNotSaidBack() {
    String bearer = "quarkus-http-upgrade#Authorization#Bearer%20" + ada.token();
    for (String offered : List.of("parley.v2, " + bearer, bearer + ", parley.v2", bearer)) {
      String answer =
          RawRequest.send(
              stack.edge(),
              "GET /ws HTTP/1.1\r\n%sSec-WebSocket-Protocol: %s\r\n\r\n"
                  .formatted(UPGRADE, offered));
      assertEquals(101, RawRequest.status(answer), answer);
      assertFalse(answer.contains(ada.token()), "the token came back");
    }
  }

  /** Compression beside secrets tells their length, and a small frame could become a large one. */
  @ParameterizedTest
  @ValueSource(
      strings = {"permessage-deflate; client_max_window_bits", "x-webkit-deflate-frame", "x-none"})
  void noExtensionIsAgreedTo(String extension) {
    String answer =
        RawRequest.send(
            stack.edge(),
            "GET /ws?token=%s HTTP/1.1\r\n%sSec-WebSocket-Extensions: %s\r\n\r\n"
                .formatted(ada.token(), UPGRADE, extension));
    assertEquals(101, RawRequest.status(answer));
    String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    assertFalse(head.toLowerCase(Locale.ROOT).contains("sec-websocket-extensions"), head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/login", "/", "/messages/global", "/ws/x", "/q/health"})
  void nothingButTheSocketsPathIsUpgraded(String path) {
    assertNotUpgraded("GET %s HTTP/1.1\r\nAuthorization: Bearer %s".formatted(path, ada.token()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD", "PUT", "DELETE", "OPTIONS"})
  void nothingButAGetIsUpgraded(String method) {
    assertNotUpgraded(
        "%s /ws?token=%s HTTP/1.1\r\nContent-Length: 0".formatted(method, ada.token()));
  }

  private void assertNotUpgraded(String beginning) {
    String answer = RawRequest.send(stack.edge(), beginning + "\r\n" + UPGRADE + "\r\n");
    assertNotEquals(101, RawRequest.status(answer), answer);
    assertTrue(RawRequest.status(answer) < 500, answer);
  }

  private TestingHandshake withCookie() {
    return TestingHandshake.to(stack.edge()).secondProtocol().cookie(ada.token());
  }
}
