package dev.parley.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** The requests of a client, and what an error must look like. */
public final class Client {

  public static final String PASSWORD = "correct horse";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String LETTERS = "abcdefghjk";

  private Client() {}

  /** A name that nobody has, and that looks like no other. */
  public static String newName() {
    StringBuilder name = new StringBuilder("test-");
    Integer.toString(1_000 + COUNT.incrementAndGet())
        .chars()
        .forEach(digit -> name.append(LETTERS.charAt(digit - '0')));
    return name.toString();
  }

  public static RequestSpecification json() {
    return given().contentType("application/json");
  }

  /** As another service asks, without the secret. */
  public static RequestSpecification atInternalPort() {
    return json()
        .port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class));
  }

  public static Response register(String username, String password) {
    return json().body(credentials(username, password)).post("/register");
  }

  public static Response login(String username, String password) {
    return json().body(credentials(username, password)).post("/login");
  }

  public static Map<String, Object> credentials(String username, String password) {
    return Map.of("username", username, "password", password);
  }

  /** A new account. */
  public static String registered() {
    String username = newName();
    register(username, PASSWORD).then().statusCode(200);
    return username;
  }

  /** The token of a new session. */
  public static String tokenOf(String username) {
    return login(username, PASSWORD).then().statusCode(200).extract().path("session_token");
  }

  public static RequestSpecification as(String token) {
    return json().header("Authorization", "Bearer " + token);
  }

  public static ValidatableResponse refused(
      Response answer, int status, String detail, String code) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/json")
        .body("detail", equalTo(detail))
        .body("code", equalTo(code));
  }
}
