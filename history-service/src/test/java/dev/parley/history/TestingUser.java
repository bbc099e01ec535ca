package dev.parley.history;

import static io.restassured.RestAssured.given;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;

/** A user who is logged in. */
public record TestingUser(User user, String token) {

  public Command toAll(String content) {
    return post(ConversationId.GLOBAL, content, null);
  }

  public Command toAll(String content, String clientId) {
    return post(ConversationId.GLOBAL, content, clientId);
  }

  public Command to(TestingUser other, String content) {
    return to(other, content, null);
  }

  public Command to(TestingUser other, String content, String clientId) {
    return new Command(
        with(other),
        user,
        other.user,
        clientId == null ? null : new ClientId(clientId),
        null,
        new Act.Post(new MessageContent(content)));
  }

  public Command post(ConversationId conversation, String content) {
    return post(conversation, content, null);
  }

  public Command post(ConversationId conversation, String content, String clientId) {
    return does(conversation, new Act.Post(new MessageContent(content)), clientId);
  }

  public Command does(ConversationId conversation, Act act) {
    return does(conversation, act, null);
  }

  /**
   * @param conversation null for a command that creates it
   */
  public Command does(ConversationId conversation, Act act, String clientId) {
    return new Command(
        conversation, user, null, clientId == null ? null : new ClientId(clientId), null, act);
  }

  public ConversationId inbox() {
    return new ConversationId.Inbox(user.id());
  }

  public ConversationId with(TestingUser other) {
    return ConversationId.between(user.id(), other.user.id());
  }

  public ValidatableResponse get(String path, Object... values) {
    return request().get(path, Arrays.stream(values).map(Object::toString).toArray()).then();
  }

  public ValidatableResponse put(String path, String body) {
    return request().contentType("application/json").body(body).put(path).then();
  }

  public ValidatableResponse post(String path, String body) {
    return request().contentType("application/json").body(body).post(path).then();
  }

  public ValidatableResponse patch(String path, String body) {
    return request().contentType("application/json").body(body).patch(path).then();
  }

  public ValidatableResponse delete(String path) {
    return request().delete(path).then();
  }

  public RequestSpecification request() {
    return given().header("Authorization", "Bearer " + token);
  }
}
