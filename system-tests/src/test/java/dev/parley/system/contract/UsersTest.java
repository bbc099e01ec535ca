package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.Eventually;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code GET /users}, first protocol. */
@WithStack
class UsersTest {

  private static final Duration PRESENCE_LIMIT = Duration.ofSeconds(20);

  private final RunningStack stack;
  private final TestingAccount ada;
  private final TestingAccount bob;

  UsersTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bob = TestingAccount.register(stack.edge(), "bob");
  }

  @Test
  void listsEverybodyInTheOrderOfRegistration() {
    JsonNode users = ada.me().get("/users").expect(200).json();
    List<String> names = users.findValuesAsText("username");
    assertTrue(names.contains(ada.username()), names.toString());
    assertTrue(names.indexOf(ada.username()) < names.indexOf(bob.username()), names.toString());
    List<String> times = users.findValuesAsText("created_at");
    assertEquals(times.stream().sorted().toList(), times);
  }

  @Test
  void hasTheFieldsOfTheContract() {
    JsonNode user = userNamed(ada.username());
    Wire.assertFields(user, "id", "username", "is_online", "created_at");
    assertTrue(user.get("id").isIntegralNumber(), user.toString());
    assertEquals(ada.id(), user.get("id").longValue());
    assertTrue(user.get("is_online").isBoolean(), user.toString());
    Wire.assertIsNow(Wire.httpTime(user.get("created_at")));
  }

  @Test
  void showsWhoIsOnlineOnWhateverGateway() {
    assertEquals(false, isOnline(bob));
    try (TestingChatClient onOne = ada.firstProtocol(stack.gateway(0));
        TestingChatClient onTheOther = bob.firstProtocol(stack.gateway(1))) {
      onOne.await("user_list_update");
      onTheOther.await("user_list_update");
      Eventually.get("ada online", PRESENCE_LIMIT, () -> isOnline(ada), online -> online);
      Eventually.get("bob online", PRESENCE_LIMIT, () -> isOnline(bob), online -> online);
    }
    Eventually.get("bob offline", PRESENCE_LIMIT, () -> isOnline(bob), online -> !online);
  }

  private boolean isOnline(TestingAccount account) {
    return userNamed(account.username()).get("is_online").asBoolean();
  }

  private JsonNode userNamed(String username) {
    JsonNode users = ada.me().get("/users").expect(200).json();
    return StreamSupport.stream(users.spliterator(), false)
        .filter(user -> user.get("username").asText().equals(username))
        .findFirst()
        .orElseThrow(() -> new AssertionError(username + " is not listed"));
  }
}
