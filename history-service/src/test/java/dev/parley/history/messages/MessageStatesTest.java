package dev.parley.history.messages;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingUser;
import dev.parley.history.rooms.TestingRoom;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages as they are now: edited, deleted, with reactions and pins. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MessageStatesTest {

  @Inject TestingAccounts accounts;

  private TestingUser ada;
  private TestingUser bob;
  private TestingRoom room;

  @BeforeEach
  void aRoomOfTwo() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
    room = TestingRoom.hidden(ada, bob);
  }

  @Test
  void aMessageHasAllFieldsOfItsFrameAndItsState() {
    int seq = room.post(ada, "hi");
    bob.get(room.messages())
        .statusCode(200)
        .body("messages", hasSize(1))
        .body("messages[0].type", equalTo("chat"))
        .body("messages[0].conversation", equalTo(room.conversation().toString()))
        .body("messages[0].seq", equalTo(seq))
        .body("messages[0].sender_id", equalTo((int) ada.user().id().value()))
        .body("messages[0].sender", equalTo(ada.user().username()))
        .body("messages[0].timestamp", matchesPattern("....-..-..T..:..:..\\.\\d{6}"))
        .body("messages[0].content", equalTo("hi"))
        .body("messages[0].content_seq", equalTo(seq))
        .body("messages[0].recipient", nullValue())
        .body("messages[0].is_global", equalTo(false))
        .body("messages[0].room", equalTo(room.name()))
        .body("messages[0].edited_at", nullValue())
        .body("messages[0].pinned", equalTo(false))
        .body("messages[0].reactions", empty())
        .body("as_of", equalTo(seq))
        .body("first_seq", equalTo(1))
        .body("last_seq", equalTo(seq));
  }

  @Test
  void anEditKeepsReactionsAndPin() {
    int seq = room.post(ada, "first");
    react(bob, seq, "👍");
    room.command(ada, "{\"type\":\"pin\",\"target\":" + seq + ",\"on\":true}").statusCode(200);
    int edited =
        room.command(ada, "{\"type\":\"edit\",\"target\":" + seq + ",\"content\":\"second\"}")
            .statusCode(200)
            .extract()
            .path("seq");
    bob.get(room.messages())
        .body("messages[0].content", equalTo("second"))
        .body("messages[0].content_seq", equalTo(edited))
        .body("messages[0].edited_at", matchesPattern("....-..-..T..:..:...*Z"))
        .body("messages[0].pinned", equalTo(true))
        .body("messages[0].reactions[0].emoji", equalTo("👍"))
        .body("as_of", equalTo(edited));
    bob.get(room.path().replace("/rooms/", "/conversations/room-") + "/pins")
        .statusCode(200)
        .body("pins.content", contains("second"))
        .body("pins[0].pinned_seq", equalTo(seq + 2))
        .body("as_of", equalTo(edited));
  }

  @Test
  void aDeletedMessageKeepsItsPlaceAndNothingElse() {
    int seq = room.post(ada, "hi");
    react(bob, seq, "👍");
    room.command(ada, "{\"type\":\"pin\",\"target\":" + seq + ",\"on\":true}");
    room.command(ada, "{\"type\":\"delete\",\"target\":" + seq + "}").statusCode(200);
    bob.get(room.messages())
        .body("messages[0].seq", equalTo(seq))
        .body("messages[0].deleted", equalTo(true))
        .body("messages[0].content", equalTo(""))
        .body("messages[0].pinned", equalTo(false))
        .body("messages[0].reactions", empty());
    bob.get("/conversations/" + room.conversation() + "/pins").body("pins", empty());
  }

  @Test
  void aReactionNamesTheFirstTwentyAndCountsAll() {
    List<TestingUser> many = IntStream.range(0, 21).mapToObj(i -> accounts.open("many")).toList();
    TestingRoom crowded = TestingRoom.hidden(ada, many.toArray(TestingUser[]::new));
    int seq = crowded.post(ada, "hi");
    for (TestingUser user : many.reversed()) {
      crowded
          .command(user, "{\"type\":\"react\",\"target\":" + seq + ",\"emoji\":\"🎉\",\"on\":true}")
          .statusCode(200);
    }
    crowded.command(
        many.getFirst(),
        "{\"type\":\"react\",\"target\":" + seq + ",\"emoji\":\"👍\",\"on\":true}");
    List<Integer> first =
        many.reversed().stream().limit(20).map(user -> (int) user.user().id().value()).toList();
    many.getFirst()
        .get(crowded.messages())
        .body("messages[0].reactions.emoji", contains("🎉", "👍"))
        .body("messages[0].reactions[0].users", equalTo(first))
        .body("messages[0].reactions[0].count", equalTo(21))
        .body("messages[0].reactions.mine", contains(true, true));
    ada.get(crowded.messages()).body("messages[0].reactions.mine", contains(false, false));
  }

  /** U+1F44D with and without U+FE0F, and U+2764: people see one picture, which counts once. */
  @Test
  void theSamePictureIsOneReactionHoweverItIsWritten() {
    int seq = room.post(ada, "hi");
    react(ada, seq, "👍");
    react(bob, seq, "👍\uFE0F");
    react(ada, seq, "❤");
    react(bob, seq, "❤\uFE0F");
    react(bob, seq, "👍🏽");
    ada.get(room.messages())
        .body("messages[0].reactions.emoji", contains("👍", "❤\uFE0F", "👍🏽"))
        .body("messages[0].reactions.count", contains(2, 2, 1));
    room.command(bob, reaction(seq, "❤", false)).statusCode(200);
    ada.get(room.messages()).body("messages[0].reactions.count", contains(2, 1, 1));
  }

  @Test
  void aMessageHasAtMostFiftyDifferentEmoji() {
    int seq = room.post(ada, "hi");
    for (int i = 0; i < 50; i++) {
      react(ada, seq, Character.toString(0x1F600 + i));
    }
    room.command(bob, reaction(seq, "🎉", true))
        .statusCode(409)
        .body("code", equalTo("limit_reached"));
    react(bob, seq, Character.toString(0x1F600));
    ada.get(room.messages()).body("messages[0].reactions", hasSize(50));
  }

  @Test
  void pagesCountMessagesAndNotWhatHappenedBetweenThem() {
    List<Integer> messages = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      messages.add(room.post(ada, "m" + i));
      react(bob, messages.getLast(), "👍");
    }
    page("limit=3", messages.subList(4, 7), true, false);
    page("limit=3&before=" + messages.get(4), messages.subList(1, 4), true, true);
    page("limit=3&before=" + messages.get(1), messages.subList(0, 1), false, true);
    page("limit=3&after=" + messages.get(0), messages.subList(1, 4), true, true);
    page("limit=3&after=" + messages.get(4), messages.subList(5, 7), true, false);
    page("limit=3&around=" + messages.get(3), messages.subList(2, 5), true, true);
    page("limit=4&around=" + messages.get(0), messages.subList(0, 4), false, true);
    page("limit=4&around=" + messages.get(6), messages.subList(3, 7), true, false);
    page("limit=9&around=" + messages.get(3), messages, false, false);
    page("limit=3&around=9007199254740991", messages.subList(4, 7), true, false);
    bob.get(room.messages() + "?before=5&around=5")
        .statusCode(400)
        .body("detail", equalTo("Give only one of before, after and around"));
  }

  private void page(String query, List<Integer> seqs, boolean hasOlder, boolean hasNewer) {
    bob.get(room.messages() + "?" + query)
        .statusCode(200)
        .body("messages.seq", equalTo(seqs))
        .body("has_older", equalTo(hasOlder))
        .body("has_newer", equalTo(hasNewer));
  }

  @Test
  void moderatorsReadWhatAMessageSaidBefore() {
    int seq = room.post(bob, "first");
    for (String content : List.of("second", "third")) {
      room.command(
          bob, "{\"type\":\"edit\",\"target\":" + seq + ",\"content\":\"" + content + "\"}");
    }
    String revisions = room.messages() + "/" + seq + "/revisions";
    ada.get(revisions)
        .statusCode(200)
        .body("revisions.content", contains("first", "second"))
        .body("revisions.content_seq", contains(seq, seq + 1))
        .body("revisions[0].written_at", notNullValue())
        .body("has_more", equalTo(false));
    ada.get(revisions + "?limit=1")
        .body("revisions.content", contains("first"))
        .body("has_more", equalTo(true));
    ada.get(revisions + "?after=" + seq).body("revisions.content", contains("second"));
    bob.get(revisions).statusCode(403).body("code", equalTo("not_allowed"));
    ada.get(room.messages() + "/999999/revisions")
        .statusCode(404)
        .body("code", equalTo("target_gone"));
  }

  @Test
  void theLatestPinComesFirst() {
    int one = room.post(ada, "one");
    int two = room.post(ada, "two");
    for (int target : List.of(two, one)) {
      room.command(ada, "{\"type\":\"pin\",\"target\":" + target + ",\"on\":true}").statusCode(200);
    }
    bob.get("/conversations/" + room.conversation() + "/pins")
        .body("pins.content", contains("one", "two"));
    room.command(ada, "{\"type\":\"pin\",\"target\":" + one + ",\"on\":false}").statusCode(200);
    List<String> left =
        bob.get("/conversations/" + room.conversation() + "/pins").extract().path("pins.content");
    assertEquals(List.of("two"), left);
  }

  private void react(TestingUser user, int target, String emoji) {
    room.command(user, reaction(target, emoji, true)).statusCode(200);
  }

  private static String reaction(int target, String emoji, boolean on) {
    return "{\"type\":\"react\",\"target\":%s,\"emoji\":\"%s\",\"on\":%s}"
        .formatted(target, emoji, on);
  }
}
