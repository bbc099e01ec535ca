package dev.parley.history;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.AppendMessages.Receipt;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.NewMessage;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.protocol.internal.ReadLastPlaces;
import dev.parley.protocol.internal.ReadMessages;
import dev.parley.protocol.internal.ServiceSecret;
import dev.parley.protocol.internal.StoredMessage;
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

  public List<Receipt> append(NewMessage... messages) {
    return append(List.of(messages));
  }

  public List<Receipt> append(List<NewMessage> messages) {
    Response response = tryToAppend(messages);
    response.then().statusCode(200);
    return read(response, AppendMessages.Answer.class).receipts();
  }

  public Response tryToAppend(List<NewMessage> messages) {
    return post("/internal/messages", write(new AppendMessages.Request(messages)));
  }

  /** As many as one range has. */
  public List<StoredMessage> read(ConversationId conversation, long from, long to) {
    return read(List.of(ReadMessages.Range.of(conversation, from, to))).getFirst().messages();
  }

  public List<ReadMessages.Stretch> read(List<ReadMessages.Range> ranges) {
    Response response = post("/internal/messages/read", write(new ReadMessages.Request(ranges)));
    response.then().statusCode(200);
    return read(response, ReadMessages.Answer.class).stretches();
  }

  public List<ListConversations.Position> conversationsOf(TestingUser user) {
    UserId id = user.user().id();
    return conversationsOf(List.of(id)).get(id.toString());
  }

  /** By user id. */
  public Map<String, List<ListConversations.Position>> conversationsOf(List<UserId> users) {
    Response response =
        post("/internal/conversations/list", write(new ListConversations.Request(users)));
    response.then().statusCode(200);
    return read(response, ListConversations.Answer.class).conversations();
  }

  public Map<String, Sequence> lastPlaces(ConversationId... conversations) {
    Response response =
        post(
            "/internal/conversations/last",
            write(new ReadLastPlaces.Request(List.of(conversations))));
    response.then().statusCode(200);
    return read(response, ReadLastPlaces.Answer.class).lastSeqs();
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
