package dev.parley.history.rooms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingUser;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RoomsTest {

  @Inject TestingAccounts accounts;

  private TestingUser ada;
  private TestingUser bob;

  @BeforeEach
  void twoUsers() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
  }

  @Test
  void whoeverCreatesARoomOwnsIt() {
    String name = unique("ops");
    int id =
        ada.post(
                "/rooms",
                "{\"name\":\""
                    + name
                    + "\",\"topic\":\"fires\",\"visibility\":\"private\",\"members\":["
                    + bob.user().id()
                    + "]}")
            .statusCode(201)
            .body("kind", equalTo("room"))
            .body("name", equalTo(name))
            .body("topic", equalTo("fires"))
            .body("visibility", equalTo("private"))
            .body("who_may_post", equalTo("members"))
            .body("$", hasKey("edit_window_seconds"))
            .body("edit_window_seconds", nullValue())
            .body("archived", equalTo(false))
            .body("members", equalTo(2))
            .body("role", equalTo("owner"))
            .body("first_seq", equalTo(1))
            .body("unread", equalTo(0))
            .body("mentions", equalTo(0))
            .body("notify", equalTo("mentions"))
            .extract()
            .path("id");
    ada.get("/rooms/{id}", id).body("conversation", equalTo("room-" + id));
    bob.get("/rooms/{id}", id).body("role", equalTo("member"));
  }

  @Test
  void theSameClientIdAgainIsTheSameRoom() {
    String body =
        "{\"client_id\":\"create-1\",\"name\":\"" + unique("ops") + "\",\"visibility\":\"public\"}";
    int first = ada.post("/rooms", body).statusCode(201).extract().path("id");
    int second = ada.post("/rooms", body).statusCode(201).extract().path("id");
    assertEquals(first, second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GENERAL %s
          general %s
          gеneral %s
          gener\u200Bal %s
          gеner\u200Bal %s
          general\u00A0 %s
          """)
  void namesThatDifferByCaseOrLookAlikeAreTaken(String other) {
    String random = UUID.randomUUID().toString();
    createNamed(ada, "General " + random).statusCode(201);
    isTaken(createNamed(bob, other.formatted(random)));
  }

  @Test
  void aRenameMayChangeTheCaseAlone() {
    TestingRoom room = TestingRoom.open(ada);
    ada.patch(room.path(), "{\"name\":\"" + room.name().replace("room", "ROOM") + "\"}")
        .statusCode(200);
    ada.get(room.path()).body("name", startsWith("ROOM"));
  }

  @Test
  void theNameOfAnArchivedRoomIsFreeAndUnarchivingAsksForAnotherOne() {
    TestingRoom room = TestingRoom.open(ada);
    ada.post(room.path() + "/archive", "").statusCode(200);
    createNamed(bob, room.name()).statusCode(201);
    isTaken(ada.post(room.path() + "/unarchive", ""));
    ada.get(room.path()).body("archived", equalTo(true));
    ada.post(room.path() + "/unarchive", "{\"name\":\"" + room.name() + " again\"}")
        .statusCode(200);
    ada.get(room.path())
        .body("archived", equalTo(false))
        .body("name", equalTo(room.name() + " again"));
    isTaken(createNamed(bob, room.name() + " AGAIN"));
  }

  @Test
  void theNameOfAPrivateRoomIsTakenForItsMembersAndForNobodyElse() {
    TestingRoom hidden = TestingRoom.hidden(ada);
    isTaken(createNamed(ada, hidden.name().toUpperCase(Locale.ROOT)));
    isTaken(createHidden(ada, hidden.name()));
    createHidden(bob, hidden.name()).statusCode(201);
    isTaken(createHidden(bob, hidden.name()));
    createNamed(accounts.open("dora"), hidden.name()).statusCode(201);
    isTaken(createHidden(accounts.open("eve"), hidden.name()));
  }

  @Test
  void aPrivateRoomKeepsANameThatAPublicOneTookAndCannotBecomePublicWithIt() {
    TestingRoom hidden = TestingRoom.hidden(ada);
    createNamed(bob, hidden.name()).statusCode(201);
    ada.patch(hidden.path(), "{\"topic\":\"as before\"}").statusCode(200);
    String respelled = hidden.name().toUpperCase(Locale.ROOT);
    ada.patch(hidden.path(), "{\"name\":\"" + respelled + "\"}").statusCode(200);
    isTaken(ada.patch(hidden.path(), "{\"visibility\":\"public\"}"));
    ada.get(hidden.path()).body("visibility", equalTo("private"));
    String other = "{\"visibility\":\"public\",\"name\":\"" + unique("other") + "\"}";
    ada.patch(hidden.path(), other).statusCode(200);
  }

  private static void isTaken(ValidatableResponse answer) {
    answer.statusCode(409).body("code", equalTo("name_taken"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                            | 422 | validation_failed
          {"name":1,"visibility":"public"}              | 422 | validation_failed
          {"name":"a","visibility":"public","members":5} | 422 | validation_failed
          {"name":"a","visibility":"secret"}            | 400 | invalid_field
          {"name":"","visibility":"public"}             | 400 | invalid_field
          {"name":"  ","visibility":"public"}           | 400 | invalid_field
          {"name":"\\u200c","visibility":"public"}      | 400 | invalid_field
          {"name":"\\u202e\\u2800","visibility":"public"} | 400 | invalid_field
          {"name":"a\\nb","visibility":"public"}         | 400 | invalid_field
          {"name":"a\\u0000b","visibility":"public"}    | 400 | invalid_field
          {"name":"a","visibility":"public","members":[0]} | 400 | invalid_field
          {"name":"a","visibility":"public","members":[999999]} | 404 | user_not_found
          {"name":"a","visibility":"public","client_id":""} | 400 | invalid_field
          """)
  void aBadRoomIsRefused(String body, int status, String code) {
    ada.post("/rooms", body).statusCode(status).body("code", equalTo(code));
  }

  @Test
  void namesAndTopicsHaveALimit() {
    String name = unique("n");
    createNamed(ada, name + "x".repeat(65 - name.length()))
        .statusCode(400)
        .body("code", equalTo("invalid_field"));
    createNamed(ada, name + "x".repeat(64 - name.length())).statusCode(201);
    TestingRoom room = TestingRoom.open(ada);
    ada.patch(room.path(), "{\"topic\":\"" + "x".repeat(251) + "\"}").statusCode(400);
    ada.patch(room.path(), "{\"topic\":\"" + "x".repeat(250) + "\"}").statusCode(200);
  }

  @Test
  void aRoomBeginsWithAtMostAHundredOthers() {
    List<Long> ids = IntStream.rangeClosed(1, 101).mapToObj(Long::valueOf).toList();
    ada.post("/rooms", "{\"name\":\"a\",\"visibility\":\"public\",\"members\":" + ids + "}")
        .statusCode(400)
        .body("detail", startsWith("members: at most 100"));
  }

  @Test
  void theDirectoryHasPublicRoomsAndOnesOwn() {
    TestingRoom open = TestingRoom.open(ada);
    TestingRoom hidden = TestingRoom.hidden(ada);
    TestingRoom shared = TestingRoom.hidden(ada, bob);
    assertEquals(List.of(open.name()), found(bob, open.name()));
    assertEquals(List.of(), found(bob, hidden.name()));
    assertEquals(List.of(shared.name()), found(bob, shared.name()));
    bob.get("/rooms?query={q}", open.name().toUpperCase(Locale.ROOT))
        .body("rooms.name", contains(open.name()))
        .body("rooms[0].members", equalTo(1))
        .body("rooms[0].role", nullValue())
        .body("rooms[0]", not(hasKey("last_seq")));
  }

  private static List<String> found(TestingUser reader, String name) {
    return reader.get("/rooms?query={q}", name).statusCode(200).extract().path("rooms.name");
  }

  @Test
  void ofArchivedRoomsTheDirectoryHasOnesOwn() {
    TestingRoom room = TestingRoom.open(ada);
    ada.post(room.path() + "/archive", "").statusCode(200);
    assertEquals(List.of(room.name()), found(ada, room.name()));
    assertEquals(List.of(), found(bob, room.name()));
  }

  @Test
  void theDirectoryIsPagedInTheOrderOfNamesAndHasEachRoomOnce() {
    String common = UUID.randomUUID().toString();
    for (String first : List.of("c", "B", "a", "D", "e")) {
      createNamed(ada, first + common).statusCode(201);
    }
    List<String> names = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonPath page =
          bob.get("/rooms?query={q}&limit=2&after={a}", common, after)
              .statusCode(200)
              .extract()
              .jsonPath();
      names.addAll(page.getList("rooms.name"));
      after = page.getString("next_after");
      assertEquals(after != null, page.getBoolean("has_more"));
    }
    assertEquals(List.of("a", "B", "c", "D", "e").stream().map(it -> it + common).toList(), names);
    assertEquals(5, new HashSet<>(names).size());
  }

  @ParameterizedTest
  @CsvSource({"limit=0", "limit=201", "after=x", "after=!!", "after=MTow", "query=%00"})
  void aMalformedQuestionIsRefused(String query) {
    ada.request()
        .urlEncodingEnabled(false)
        .get("/rooms?" + query)
        .then()
        .statusCode(query.equals("after=MTow") ? 200 : 400);
  }

  @Test
  void everybodyCanJoinAPublicRoomAndLeaveItAgain() {
    TestingRoom room = TestingRoom.open(ada);
    room.post(ada, "before");
    bob.get(room.messages()).statusCode(403).body("code", equalTo("not_a_member"));
    bob.put("/conversations/" + room.conversation() + "/read", "{\"seq\":1}")
        .statusCode(403)
        .body("code", equalTo("not_a_member"));
    bob.post(room.path() + "/join", "")
        .statusCode(200)
        .body("type", equalTo("ack"))
        .body("conversation", equalTo(room.conversation().toString()))
        .body("duplicate", equalTo(false));
    bob.get(room.messages()).statusCode(200).body("messages.content", contains("before"));
    bob.get(room.path()).body("role", equalTo("member")).body("unread", equalTo(0));
    bob.post(room.path() + "/join", "").statusCode(200).body("unchanged", equalTo(true));
    bob.post(room.path() + "/leave", "{\"client_id\":\"bye\"}").statusCode(200);
    bob.post(room.path() + "/leave", "{\"client_id\":\"bye\"}")
        .statusCode(200)
        .body("duplicate", equalTo(true));
    bob.get(room.messages()).statusCode(403).body("code", equalTo("not_a_member"));
  }

  @Test
  void theLastOwnerNamesASuccessor() {
    TestingRoom room = TestingRoom.open(ada, bob);
    ada.post(room.path() + "/leave", "").statusCode(409).body("code", equalTo("last_owner"));
    ada.patch(room.path(ada), "{\"role\":\"member\"}")
        .statusCode(409)
        .body("code", equalTo("last_owner"));
    ada.post(room.path() + "/leave", "{\"successor\":" + bob.user().id() + "}").statusCode(200);
    bob.get(room.path()).body("role", equalTo("owner")).body("members", equalTo(1));
  }

  @Test
  void membersAreListedInPages() {
    TestingUser cyd = accounts.open("cyd");
    TestingRoom room = TestingRoom.hidden(ada, bob, cyd);
    JsonPath first = bob.get(room.path() + "/members?limit=2").statusCode(200).extract().jsonPath();
    assertEquals(
        List.of(ada.user().username(), bob.user().username()),
        first.getList("members.user.username"));
    assertEquals(List.of("owner", "member"), first.getList("members.role"));
    assertTrue(first.getBoolean("has_more"));
    bob.get(room.path() + "/members?limit=2&after=" + first.getLong("next_after"))
        .body("members.user.username", contains(cyd.user().username()))
        .body("has_more", equalTo(false))
        .body("next_after", nullValue());
    bob.get(room.path() + "/members?query={q}", cyd.user().username().toUpperCase(Locale.ROOT))
        .body("members.user.username", contains(cyd.user().username()));
  }

  @Test
  void ownersChangeRolesAndModeratorsRemoveMembers() {
    TestingUser cyd = accounts.open("cyd");
    TestingRoom room = TestingRoom.hidden(ada, bob, cyd);
    bob.delete(room.path(cyd)).statusCode(403).body("code", equalTo("not_allowed"));
    bob.patch(room.path(bob), "{\"role\":\"moderator\"}").statusCode(403);
    ada.patch(room.path(bob), "{\"role\":\"moderator\"}").statusCode(200);
    bob.delete(room.path(cyd)).statusCode(200);
    cyd.get(room.path()).statusCode(404);
    ada.get(room.path() + "/members")
        .body("members.user.username", not(hasItem(cyd.user().username())));
  }

  @Test
  void whoIsBannedCannotComeBackUntilTheBanEnds() {
    TestingRoom room = TestingRoom.open(ada, bob);
    ada.put(room.ban(bob), "").statusCode(200);
    ada.get(room.path() + "/bans")
        .statusCode(200)
        .body("bans.user.username", contains(bob.user().username()))
        .body("bans.banned_by.username", contains(ada.user().username()))
        .body("has_more", equalTo(false));
    ada.get(room.ban(bob)).body("user.username", equalTo(bob.user().username()));
    bob.post(room.path() + "/join", "").statusCode(403).body("code", equalTo("banned"));
    ada.put(room.path(bob), "").statusCode(403).body("code", equalTo("banned"));
    ada.delete(room.ban(bob)).statusCode(200);
    ada.get(room.path() + "/bans").body("bans", equalTo(List.of()));
    ada.get(room.ban(bob)).statusCode(404).body("code", equalTo("not_found"));
    bob.post(room.path() + "/join", "").statusCode(200);
    bob.get(room.path() + "/bans").statusCode(403).body("code", equalTo("not_allowed"));
    bob.get(room.ban(ada)).statusCode(403).body("code", equalTo("not_allowed"));
  }

  @Test
  void aUserWhoDoesNotExistIsNotFound() {
    TestingRoom room = TestingRoom.open(ada);
    ada.put(room.path() + "/members/999999", "")
        .statusCode(404)
        .body("code", equalTo("user_not_found"));
    ada.put(room.path() + "/bans/999999", "")
        .statusCode(404)
        .body("code", equalTo("user_not_found"));
  }

  @Test
  void settingsChangeOneByOne() {
    TestingRoom room = TestingRoom.open(ada);
    ada.patch(room.path(), "{\"topic\":\"news\",\"who_may_post\":\"moderators\"}").statusCode(200);
    ada.get(room.path())
        .body("name", equalTo(room.name()))
        .body("topic", equalTo("news"))
        .body("who_may_post", equalTo("moderators"));
    ada.patch(room.path(), "{\"topic\":\"news\"}").body("unchanged", equalTo(true));
    ada.patch(room.path(), "{\"who_may_post\":\"nobody\"}").statusCode(400);
    ada.patch(room.path(), "{\"edit_window_seconds\":60}").statusCode(200);
    ada.get(room.path()).body("edit_window_seconds", equalTo(60));
    ada.patch(room.path(), "{\"edit_window_seconds\":null}").statusCode(200);
    ada.get(room.path()).body("edit_window_seconds", nullValue());
    ada.patch(room.path(), "{\"edit_window_seconds\":-1}").statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({"/rooms/0", "/rooms/x", "/rooms/-1", "/rooms/99999999999999999999"})
  void aMalformedIdIsRefused(String path) {
    ada.get(path).statusCode(400).body("code", equalTo("invalid_field"));
  }

  private static ValidatableResponse createNamed(TestingUser owner, String name) {
    return owner.post("/rooms", "{\"name\":\"" + name + "\",\"visibility\":\"public\"}");
  }

  private static ValidatableResponse createHidden(TestingUser owner, String name) {
    return owner.post("/rooms", "{\"name\":\"" + name + "\",\"visibility\":\"private\"}");
  }

  private static String unique(String name) {
    return name + " " + UUID.randomUUID();
  }
}
