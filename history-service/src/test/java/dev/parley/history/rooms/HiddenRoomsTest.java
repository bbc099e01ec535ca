package dev.parley.history.rooms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.testing.DescribedRequests;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A private room does not exist for others. Asks everything that the service says it answers, as
 * its own description lists it, so that no request can be forgotten.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HiddenRoomsTest {

  private static final long NO_ROOM = 9_007_199_254_740_991L;

  /** Has the fields of every request. */
  private static final String BODY =
      """
      {"type":"TYPE","content":"hi","target":MESSAGE,"emoji":"👍","on":true,"seq":1,"notify":"all",
       "role":"member","name":"other","topic":"news","visibility":"public"}
      """;

  @Inject TestingAccounts accounts;

  private record Operation(Method method, String path) {
    String of(long room, long user, int message) {
      return path.replace("{conversation}", "room-" + room)
          .replace("{id}", Long.toString(room))
          .replace("{user}", Long.toString(user))
          .replace("{seq}", Integer.toString(message));
    }
  }

  @Test
  void nobodyCanTellAPrivateRoomOfOthersFromNone() throws IOException {
    TestingUser ada = accounts.open("ada");
    TestingUser bob = accounts.open("bob");
    TestingRoom room = TestingRoom.hidden(ada, bob);
    int message = room.post(ada, "secret");
    assertSameAsNone(room, message, bob, accounts.open("eve"));
  }

  /** Not even by the message that they wrote there themselves. */
  @Test
  void whoWasRemovedCannotTellItEither() throws IOException {
    TestingUser ada = accounts.open("ada");
    TestingUser bob = accounts.open("bob");
    TestingUser removed = accounts.open("removed");
    TestingUser banned = accounts.open("banned");
    TestingRoom room = TestingRoom.hidden(ada, bob, removed, banned);
    int message = room.post(removed, "mine");
    ada.delete(room.path(removed)).statusCode(200);
    ada.put(room.ban(banned), "").statusCode(200);
    assertSameAsNone(room, message, bob, removed);
    assertSameAsNone(room, message, bob, banned);
    ada.get(room.messages())
        .body("messages.content", contains("mine"))
        .body("messages[0].edited_at", nullValue())
        .body("messages[0].pinned", equalTo(false))
        .body("messages[0].reactions", empty());
  }

  private static void assertSameAsNone(
      TestingRoom room, int message, TestingUser member, TestingUser outsider) throws IOException {
    Set<String> asked = new TreeSet<>();
    for (Operation operation : operations()) {
      for (String type : typesOf(operation)) {
        long user = member.user().id().value();
        String body = body(operation, type, message);
        String hidden = operation.of(room.conversation().id(), user, message);
        String none = operation.of(NO_ROOM, user, message);
        Response ofHidden = ask(outsider, operation, hidden, body);
        Response ofNone = ask(outsider, operation, none, body);
        assertEquals(404, ofHidden.statusCode(), hidden);
        assertEquals(text(ofNone), text(ofHidden), operation + " " + type);
        asked.add(operation.method() + " " + operation.path());
      }
    }
    assertEquals(documented(), asked);
  }

  private static Set<String> documented() throws IOException {
    return DescribedRequests.documented(Set.of("rooms", "conversations")).stream()
        .filter(HiddenRoomsTest::isOfOne)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOfOne(String path) {
    return path.contains("{conversation}") || path.contains("{id}");
  }

  private static List<String> typesOf(Operation operation) {
    boolean isCommand = operation.method() == Method.POST && operation.path().endsWith("/events");
    return isCommand ? List.of("post", "edit", "delete", "react", "pin") : List.of("");
  }

  private static String body(Operation operation, String type, int message) {
    return operation.method() == Method.GET
        ? ""
        : BODY.replace("TYPE", type).replace("MESSAGE", Integer.toString(message));
  }

  private static Response ask(TestingUser user, Operation operation, String path, String body) {
    return user.request()
        .header("X-Request-Id", "the-same")
        .contentType("application/json")
        .body(body)
        .request(operation.method(), path);
  }

  /** All that the outsider sees. */
  private static String text(Response answer) {
    StringBuilder text = new StringBuilder(answer.statusLine()).append('\n');
    for (Header header : answer.headers()) {
      text.append(header).append('\n');
    }
    return text.append(answer.asString()).toString();
  }

  /** Those that name a room or a conversation. */
  private static List<Operation> operations() throws IOException {
    String description = TestingGateway.atInternalPort().get("/q/openapi?format=json").asString();
    List<Operation> found = new ArrayList<>();
    for (var path : new ObjectMapper().readTree(description).path("paths").properties()) {
      if (isOfOne(path.getKey()) && !path.getKey().startsWith("/internal/")) {
        for (var method : path.getValue().properties()) {
          add(found, method.getKey(), path.getKey(), method.getValue());
        }
      }
    }
    return found;
  }

  private static void add(List<Operation> found, String method, String path, JsonNode operation) {
    if (operation.isObject() && operation.has("responses")) {
      found.add(new Operation(Method.valueOf(method.toUpperCase(Locale.ROOT)), path));
    }
  }
}
