package dev.parley.stack.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.StackException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountPlanTest {

  private static final String HASH = Base64.getEncoder().encodeToString(new byte[64]);

  @Test
  void everybodyKeepsTheirNameAndTheirHash() {
    List<AccountPlan.Planned> planned = plan(Map.of(), user("ada", HASH), user("bob", HASH));
    assertEquals(List.of("ada", "bob"), planned.stream().map(it -> it.name().spelling()).toList());
    assertEquals(HASH, planned.getFirst().user().passwordHash());
  }

  @Test
  void allThatIsInTheWayIsToldAtOnce() {
    String told =
        refusal(
            Map.of("nobody", "somebody"),
            user("ada", HASH),
            user("Ada", HASH),
            user("my name", HASH),
            user("taken", HASH),
            user("bob", "$2a$10$something"));
    assertContains(told, "there is no user \"nobody\" to rename");
    assertContains(told, "\"Ada\": another user in the file has this name");
    assertContains(told, "\"my name\": Username may only contain letters");
    assertContains(told, "\"taken\": an account here has this name");
    assertContains(told, "\"bob\": the password hash is of no known form");
    assertContains(told, "--rename OLD=NEW");
  }

  @Test
  void aNameThatLooksLikeAnotherIsInItsWay() {
    assertContains(refusal(Map.of(), user("paul", HASH), user("pau1", HASH)), "looks like it");
  }

  @Test
  void anotherNameHelps() {
    List<AccountPlan.Planned> planned =
        plan(
            Map.of("Ada", "ada2", "taken", "free"),
            user("ada", HASH),
            user("Ada", HASH),
            user("taken", HASH));
    assertEquals(
        List.of("ada", "ada2", "free"), planned.stream().map(it -> it.name().spelling()).toList());
  }

  @Test
  void aLongListIsCut() {
    OldUser[] users =
        IntStream.range(0, 50)
            .mapToObj(number -> user("user " + number, HASH))
            .toArray(OldUser[]::new);
    assertContains(refusal(Map.of(), users), "and 30 more");
  }

  private static void assertContains(String text, String part) {
    assertTrue(text.contains(part), text);
  }

  private static String refusal(Map<String, String> renames, OldUser... users) {
    return assertThrows(StackException.class, () -> plan(renames, users)).getMessage();
  }

  private static List<AccountPlan.Planned> plan(Map<String, String> renames, OldUser... users) {
    return new AccountPlan(renames).of(List.of(users), name -> name.folded().equals("taken"));
  }

  private static OldUser user(String name, String hash) {
    return new OldUser(1, name, hash, Instant.EPOCH);
  }
}
