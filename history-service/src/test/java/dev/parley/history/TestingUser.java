package dev.parley.history;

import static io.restassured.RestAssured.given;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import dev.parley.protocol.internal.NewMessage;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;

/** A user who is logged in. */
public record TestingUser(User user, String token) {

  public NewMessage toAll(String content) {
    return NewMessage.of(user, null, null, new MessageContent(content));
  }

  public NewMessage toAll(String content, String clientId) {
    return NewMessage.of(user, null, new ClientId(clientId), new MessageContent(content));
  }

  public NewMessage to(TestingUser other, String content) {
    return NewMessage.of(user, other.user, null, new MessageContent(content));
  }

  public NewMessage to(TestingUser other, String content, String clientId) {
    return NewMessage.of(user, other.user, new ClientId(clientId), new MessageContent(content));
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
