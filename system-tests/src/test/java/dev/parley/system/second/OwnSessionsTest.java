package dev.parley.system.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.HttpAnswer;
import dev.parley.system.contract.Wire;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code /me}, {@code /sessions} and {@code /password}. */
@WithStack
class OwnSessionsTest {

  private final RunningStack stack;
  private final TestingAccount laptop;
  private final TestingAccount phone;

  OwnSessionsTest(RunningStack stack) {
    this.stack = stack;
    laptop = TestingAccount.register(stack.edge(), "ada");
    phone = laptop.onAnotherDevice();
  }

  @Test
  void meSaysWhoIAmInIsoTimes() {
    JsonNode me = laptop.me().get("/me").expect(200).json();
    Wire.assertFields(me, "id", "username", "created_at", "session_id", "expires_at");
    assertEquals(laptop.id(), me.get("id").longValue());
    assertEquals(laptop.username(), me.get("username").asText());
    Duration life = Duration.between(Instant.now(), Instant.parse(me.get("expires_at").asText()));
    assertEquals(7, life.plusHours(1).toDays());
  }

  @Test
  void everyLoginIsListedTheNewestFirst() {
    JsonNode sessions = laptop.me().get("/sessions").expect(200).json();
    assertEquals(2, sessions.size());
    assertFalse(sessions.at("/0/current").booleanValue());
    assertTrue(sessions.at("/1/current").booleanValue());
    assertFalse(sessions.toString().contains(phone.token()));
  }

  @Test
  void aSessionThatIsEndedLosesItsSocketsAtOnce() {
    TestingChatClient socket = phone.secondProtocol(stack.gateway(1));
    long session = socket.await("welcome").get("session_id").longValue();
    laptop.me().delete("/sessions/" + session).expect(200);
    assertEquals(4001, socket.closeCode());
    phone.me().get("/me").expect(401);
    laptop.me().get("/me").expect(200);
    laptop.me().delete("/sessions/" + session).expect(404);
  }

  @Test
  void nobodyEndsTheSessionOfAnother() {
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    long session = laptop.me().get("/me").json().get("session_id").longValue();
    assertEquals(
        "not_found",
        bob.me().delete("/sessions/" + session).expect(404).json().get("code").asText());
    laptop.me().get("/me").expect(200);
  }

  @Test
  void allOthersAreEndedAtOnce() {
    laptop.onAnotherDevice();
    HttpAnswer answer = laptop.me().delete("/sessions").expect(200);
    assertEquals(2, answer.json().get("ended").intValue());
    phone.me().get("/me").expect(401);
    laptop.me().get("/me").expect(200);
  }

  @Test
  void aNewPasswordEndsAllOtherSessions() {
    TestingChatClient socket = phone.firstProtocol(stack.gateway(0));
    socket.await("user_list_update");
    assertEquals(
        "password_wrong",
        change("a wrong one", "battery staple").expect(400).json().get("code").asText());
    phone.me().get("/me").expect(200);
    change(laptop.password(), "battery staple").expect(200);
    assertEquals(4001, socket.closeCode());
    phone.me().get("/me").expect(401);
    laptop.me().get("/me").expect(200);
    TestingAccount.logIn(laptop.http(), laptop.username(), "battery staple");
  }

  private HttpAnswer change(String current, String next) {
    return laptop.me().post("/password", Map.of("current_password", current, "new_password", next));
  }
}
