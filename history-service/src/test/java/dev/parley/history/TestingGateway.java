package dev.parley.history;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.internal.FindConversations;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.LoadAccounts;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.protocol.internal.ReadLastSequences;
import dev.parley.protocol.internal.ServiceSecret;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks the internal HTTP as a gateway does. */
@Singleton
public class TestingGateway {

  static final String SECRET = "a-secret-for-tests";

  @Inject ObjectMapper json;

  public List<Receipt> append(Command... commands) {
    return append(List.of(commands));
  }

  public List<Receipt> append(List<Command> commands) {
    Response response = tryToAppend(commands);
    response.then().statusCode(200);
    return read(response, AppendCommands.Answer.class).receipts();
  }

  public Response tryToAppend(List<Command> commands) {
    return post("/internal/commands", write(new AppendCommands.Request(commands)));
  }

  /** As many as one range has. */
  public List<Event> read(ConversationId conversation, long from, long to) {
    return read(List.of(ReadEvents.Range.of(conversation, from, to))).getFirst().events();
  }

  public List<ReadEvents.Found> read(List<ReadEvents.Range> ranges) {
    Response response = post("/internal/events/read", write(new ReadEvents.Request(ranges)));
    response.then().statusCode(200);
    return read(response, ReadEvents.Answer.class).found();
  }

  public List<ConversationEntry> conversationsOf(TestingUser user) {
    UserId id = user.user().id();
    return list(List.of(id)).conversations().get(id.toString());
  }

  public ConversationEntry entryOf(TestingUser user, ConversationId conversation) {
    return conversationsOf(user).stream()
        .filter(entry -> entry.conversation().equals(conversation))
        .findFirst()
        .orElse(null);
  }

  public ListConversations.Answer list(List<UserId> users) {
    Response response =
        post("/internal/conversations/list", write(new ListConversations.Request(users)));
    response.then().statusCode(200);
    return read(response, ListConversations.Answer.class);
  }

  public List<FindConversations.Found> find(FindConversations.Asked... asked) {
    Response response =
        post("/internal/conversations/find", write(new FindConversations.Request(List.of(asked))));
    response.then().statusCode(200);
    return read(response, FindConversations.Answer.class).found();
  }

  public Map<String, Sequence> lastSequences(ConversationId... conversations) {
    Response response =
        post(
            "/internal/conversations/last",
            write(new ReadLastSequences.Request(List.of(conversations))));
    response.then().statusCode(200);
    return read(response, ReadLastSequences.Answer.class).lastSeqs();
  }

  /** Returns how many of them were newer than what was known. */
  public int load(LoadAccounts.Account... accounts) {
    Response response =
        put("/internal/accounts", write(new LoadAccounts.Request(List.of(accounts))));
    response.then().statusCode(200);
    return read(response, LoadAccounts.Answer.class).stored();
  }

  /**
   * @param after null for an answer that begins now
   */
  public ReadFeed.Answer feed(String after) {
    Response response = get("/internal/feed" + (after == null ? "" : "?after=" + after));
    response.then().statusCode(200);
    return read(response, ReadFeed.Answer.class);
  }

  public Response get(String path) {
    return request().get(path);
  }

  public Response post(String path, String body) {
    return request().contentType("application/json").body(body).post(path);
  }

  public Response put(String path, String body) {
    return request().contentType("application/json").body(body).put(path);
  }

  public void resetEverything() {
    post("/internal/reset", "").then().statusCode(204);
  }

  private static RequestSpecification request() {
    return atInternalPort().header(ServiceSecret.HEADER, SECRET);
  }

  /** Without the service secret. */
  public static RequestSpecification atInternalPort() {
    return given().port(internalPort());
  }

  public static int internalPort() {
    return ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
  }

  private String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private <T> T read(Response response, Class<T> type) {
    try {
      return json.readValue(response.asString(), type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.asString(), e);
    }
  }
}
