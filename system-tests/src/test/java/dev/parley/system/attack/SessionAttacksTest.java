package dev.parley.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import dev.parley.testing.TestingHandshake;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Getting at somebody's session without their token. */
@WithStack
class SessionAttacksTest {

  private static final int ENOUGH_LOGINS = 20;
  private static final int SESSION_INVALID = 4001;

  private final RunningStack stack;
  private final Http http;
  private final TestingAccount ada;

  SessionAttacksTest(RunningStack stack) {
    this.stack = stack;
    http = Http.at(stack.edge());
    ada = TestingAccount.register(stack.edge(), "ada");
  }

  @Test
  void aTokenThatDiffersInOneCharacterIsNone() {
    String token = ada.token();
    for (int at : new int[] {0, token.length() / 2, token.length() - 2}) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      String guess = token.substring(0, at) + other + token.substring(at + 1);
      http.bearing(guess).get("/me").expect(401);
    }
    http.bearing(token.substring(1)).get("/me").expect(401);
    http.bearing(token + token).get("/me").expect(401);
    http.bearing(token.toLowerCase(Locale.ROOT)).get("/me").expect(401);
  }

  /** Whoever reads the database or Redis has the hashes, and no session with them. */
  @Test
  void theHashOfATokenIsNoToken() throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(ada.token().getBytes(StandardCharsets.UTF_8));
    http.bearing(HexFormat.of().formatHex(hash)).get("/me").expect(401);
    http.bearing(Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
        .get("/me")
        .expect(401);
    http.bearing(Base64.getEncoder().encodeToString(hash)).get("/me").expect(401);
  }

  @Test
  void theNumberOfASessionIsNoToken() {
    String id = ada.me().get("/me").expect(200).json().get("session_id").asText();
    http.bearing(id).get("/me").expect(401);
    http.with("Cookie", "parley_session=" + id).get("/me").expect(401);
  }

  @Test
  void tokensHaveNothingInCommon() {
    Set<String> beginnings = new HashSet<>();
    Set<String> ends = new HashSet<>();
    for (int login = 0; login < ENOUGH_LOGINS; login++) {
      String token = ada.onAnotherDevice().token();
      assertTrue(token.matches("[A-Za-z0-9_-]{43}"), "a token of another shape");
      beginnings.add(token.substring(0, 6));
      ends.add(token.substring(36));
    }
    assertEquals(ENOUGH_LOGINS, beginnings.size());
    assertEquals(ENOUGH_LOGINS, ends.size());
  }

  @Test
  void aTokenInTheQueryOpensNoHttpEndpoint() {
    for (String path :
        List.of("/users", "/me", "/sessions", "/messages/global", "/conversations")) {
      http.get(path + "?token=" + ada.token()).expect(401);
    }
  }

  /** Session fixation: the victim logs in with a cookie that the attacker knows. */
  @Test
  void aLoginNeverTakesOverATokenThatWasThereBefore() {
    String planted = "P".repeat(43);
    HttpAnswer answer =
        http.with("Cookie", "parley_session=" + planted)
            .post(
                "/login",
                Map.of("username", ada.username(), "password", ada.password(), "cookie", true))
            .expect(200);
    assertFalse(answer.header("Set-Cookie").contains(planted));
    http.bearing(planted).get("/me").expect(401);
  }

  /** Cookie tossing: a site beside ours, or somebody on the way, gives the browser a cookie. */
  @Test
  void behindTlsACookieCountsOnlyIfNobodyElseCanHaveSetIt() {
    TestingAccount eve = TestingAccount.register(stack.edge(), "eve");
    String tossed = "parley_session=" + eve.token();
    String own = "__Host-parley_session=" + ada.token();
    for (URI service : List.of(stack.auth(0).uri(), stack.history(0).uri())) {
      Http tls = Http.at(service).with("X-Forwarded-Proto", "https");
      String path = service.equals(stack.auth(0).uri()) ? "/me" : "/conversations";
      tls.with("Cookie", tossed).get(path).expect(401);
      tls.with("Cookie", tossed + "; " + own).get(path).expect(200);
    }
    assertEquals(SESSION_INVALID, socketBehindTls(tossed).closeCode());
    try (TestingChatClient socket = socketBehindTls(tossed + "; " + own)) {
      assertEquals(ada.id(), socket.await("welcome").at("/user/id").longValue());
    }
  }

  private TestingChatClient socketBehindTls(String cookies) {
    return TestingHandshake.to(stack.gateway(0))
        .secondProtocol()
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "chat.example")
        .origin("https://chat.example")
        .header("Cookie", cookies)
        .open();
  }

  @Test
  void aSessionThatWasEndedIsOverInEveryWayOfPresentingIt() {
    TestingAccount other = ada.onAnotherDevice();
    other.me().get("/me").expect(200);
    ada.me().delete("/sessions").expect(200);
    other.me().get("/me").expect(401);
    other.me().get("/conversations").expect(401);
    http.with("Cookie", "parley_session=" + other.token()).get("/me").expect(401);
    assertEquals(4001, other.firstProtocol(stack.gateway(0)).closeCode());
    assertEquals(4001, other.secondProtocol(stack.gateway(1)).closeCode());
  }

  @Test
  void aGoodCookieDoesNotMendABadToken() {
    http.with("Cookie", "parley_session=" + ada.token())
        .with("Authorization", "Bearer " + "x".repeat(43))
        .get("/me")
        .expect(401);
  }

  @Test
  void aTokenOfOneUserNeverAnswersForAnother() {
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    assertNotEquals(ada.id(), bob.id());
    HttpAnswer me = ada.me().with("Cookie", "parley_session=" + bob.token()).get("/me");
    assertEquals(ada.id(), me.expect(200).json().get("id").longValue());
  }

  /** In all files that the stack keeps: logs, the database and its write-ahead log. */
  @Test
  void noTokenAndNoPasswordIsOnTheDisk() throws IOException {
    TestingAccount victim = TestingAccount.register(stack.edge(), "victim");
    try (TestingChatClient socket = victim.firstProtocol(stack.gateway(0))) {
      socket.await("user_list_update");
      socket.chat("a word");
      socket.awaitChat("a word");
    }
    victim.me().get("/sessions").expect(200);
    http.get("/nowhere?token=" + victim.token());
    assertEquals(List.of(), filesWith(victim.token()));
    assertFalse(filesWith(victim.username()).isEmpty(), "this test sees nothing");
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(stack.data())) {
      return files.filter(Files::isRegularFile).filter(file -> contains(file, text)).toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException gone) {
      return false;
    }
  }
}
