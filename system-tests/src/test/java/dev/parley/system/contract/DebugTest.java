package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code /debug/*} of a stack that was started for debugging. */
@WithStack
class DebugTest {

  private final RunningStack stack;
  private final Http http;

  DebugTest(RunningStack stack) {
    this.stack = stack;
    http = Http.at(stack.edge());
  }

  @Test
  void usersAreTheTenNewest() {
    IntStream.range(0, 11).forEach(i -> TestingAccount.register(stack.edge(), "extra"));
    TestingAccount newest = TestingAccount.register(stack.edge(), "ada");
    JsonNode answer = http.get("/debug/users").expect(200).json();
    Wire.assertFields(answer, "total_users", "recent_users");
    assertTrue(answer.get("total_users").intValue() >= 12, answer.toString());
    assertEquals(10, answer.get("recent_users").size());
    JsonNode user = answer.at("/recent_users/0");
    Wire.assertFields(user, "id", "username", "created_at");
    assertEquals(newest.id(), user.get("id").longValue());
    assertEquals(newest.username(), user.get("username").asText());
    Wire.assertIsNow(Wire.httpTime(user.get("created_at")));
  }

  @Test
  void sessionsAreTheTwentyNewestWithoutTheirTokens() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    IntStream.range(0, 20).forEach(i -> ada.onAnotherDevice());
    JsonNode answer = http.get("/debug/sessions").expect(200).json();
    Wire.assertFields(answer, "total_sessions", "recent_sessions");
    assertTrue(answer.get("total_sessions").intValue() >= 21, answer.toString());
    assertEquals(20, answer.get("recent_sessions").size());
    JsonNode session = answer.at("/recent_sessions/0");
    Wire.assertFields(
        session, "id", "user_id", "username", "created_at", "expires_at", "is_active");
    assertTrue(session.get("id").isIntegralNumber());
    assertEquals(ada.id(), session.get("user_id").longValue());
    assertEquals(ada.username(), session.get("username").asText());
    Wire.assertIsNow(Wire.httpTime(session.get("created_at")));
    assertTrue(session.get("is_active").booleanValue());
  }

  @Test
  void resetDeletesAccountsSessionsAndMessages() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    try (TestingChatClient socket = ada.firstProtocol(stack.gateway(0))) {
      socket.chat("soon forgotten");
      socket.awaitChat("soon forgotten");
      JsonNode answer = http.post("/debug/reset").expect(200).json();
      Wire.assertFields(answer, "message");
      assertEquals("Database reset successfully", answer.get("message").asText());
      assertEquals(4001, socket.closeCode());
    }
    ada.me().get("/users").expect(401);
    assertEquals(0, http.get("/debug/users").json().get("total_users").intValue());
    assertEquals(0, http.get("/debug/sessions").json().get("total_sessions").intValue());
    TestingAccount again = TestingAccount.registerAs(stack.edge(), ada.username());
    assertEquals(0, again.me().get("/messages/global").expect(200).json().size());
  }

  @Test
  void afterAResetTheChatGoesOn() {
    http.post("/debug/reset").expect(200);
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    try (TestingChatClient adas = ada.firstProtocol(stack.gateway(0));
        TestingChatClient bobs = bob.firstProtocol(stack.gateway(1))) {
      bobs.await("user_list_update");
      adas.chat("a new start");
      assertEquals("a new start", bobs.await("chat").get("content").asText());
      assertFalse(adas.await("chat").get("content").asText().isEmpty());
    }
  }
}
