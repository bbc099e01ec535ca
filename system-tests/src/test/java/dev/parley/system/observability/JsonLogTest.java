package dev.parley.system.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.stack.ServiceProcess;
import dev.parley.stack.state.Secrets;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithObservedStack;
import dev.parley.testing.Eventually;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import dev.parley.testing.TestingHandshake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the services log where a machine reads it, at the lowest level. */
@WithObservedStack
class JsonLogTest {

  private static final String REQUEST_ID = "X-Request-Id";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final RunningStack stack;

  JsonLogTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void everyLineIsAnObjectThatTellsWhenWhereAndHowBad() {
    for (ServiceProcess service : stack.services()) {
      List<JsonNode> entries = new JsonLog(service).entries();
      assertFalse(entries.isEmpty(), service.name());
      for (JsonNode entry : entries) {
        assertTrue(entry.get("timestamp").isTextual(), entry.toString());
        assertTrue(entry.get("level").isTextual(), entry.toString());
        assertTrue(entry.get("loggerName").isTextual(), entry.toString());
        assertTrue(entry.get("message").isTextual(), entry.toString());
        assertTrue(
            entry.get("service").asText().matches("[a-z]+-(service|gateway)"), entry.toString());
      }
    }
  }

  /** The history service has not seen the session before, and asks the auth service. */
  @Test
  void oneSearchFindsWhatARequestDidInEveryService() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    String id = "search-" + RandomLetters.of(12);
    assertEquals(
        id, ada.me().with(REQUEST_ID, id).get("/messages/global").expect(200).header(REQUEST_ID));
    assertIsFoundIn(stack.history(0), id);
    assertIsFoundIn(stack.auth(0), id);
  }

  private static void assertIsFoundIn(ServiceProcess service, String id) {
    JsonLog log = new JsonLog(service);
    Eventually.get(id + " in " + service.name(), LIMIT, () -> log.tellsOf(id), found -> found);
  }

  @Test
  void noLogHasATokenOrAPasswordInIt() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    String replacement = "replacement-" + RandomLetters.of(12);
    List<TestingAccount> devices =
        List.of(ada, ada.onAnotherDevice(), ada.onAnotherDevice(), ada.onAnotherDevice());
    talk(TestingHandshake.to(stack.gateway(0)).token(devices.get(0).token()), "by query");
    talk(TestingHandshake.to(stack.gateway(0)).bearer(devices.get(1).token()), "by header");
    talk(
        TestingHandshake.to(stack.gateway(0))
            .cookie(devices.get(2).token())
            .origin(stack.gateway(0).toString()),
        "by cookie");
    ada.http().get("/messages/global?token=" + devices.get(3).token());
    ada.http().bearing(wrong(ada.token())).get("/users").expect(401);
    ada.me()
        .post("/password", Map.of("current_password", ada.password(), "new_password", replacement))
        .expect(200);
    ada.me().post("/logout").expect(200);
    for (ServiceProcess service : stack.services()) {
      String log = new JsonLog(service).text();
      devices.forEach(device -> assertIsNotIn(log, device.token(), service));
      assertIsNotIn(log, wrong(ada.token()), service);
      assertIsNotIn(log, replacement, service);
      assertIsNotIn(log, ada.password(), service);
      assertKeepsSecrets(log, service);
    }
  }

  /** So that a log could not have it by half. */
  private static String wrong(String token) {
    return new StringBuilder(token).reverse().toString();
  }

  private static void talk(TestingHandshake handshake, String content) {
    try (TestingChatClient client = handshake.open()) {
      client.await("user_list_update");
      client.chat(content);
      client.await("chat");
    }
  }

  private void assertKeepsSecrets(String log, ServiceProcess service) {
    Secrets secrets = stack.secrets();
    assertIsNotIn(log, secrets.serviceSecret(), service);
    assertIsNotIn(log, secrets.redisPassword(), service);
    assertIsNotIn(log, secrets.postgresPassword(), service);
  }

  private static void assertIsNotIn(String log, String secret, ServiceProcess service) {
    int at = log.indexOf(secret);
    assertTrue(
        at < 0,
        () ->
            "%s logs a secret after: %s"
                .formatted(service.name(), log.substring(Math.max(0, at - 300), at)));
  }
}
