package dev.parley.auth.account;

import static dev.parley.auth.Client.PASSWORD;
import static dev.parley.auth.Client.json;
import static dev.parley.auth.Client.newName;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.register;
import static dev.parley.auth.Client.registered;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.auth.AuthTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@AuthTest
class RegisterTest {

  @Test
  void anAccountIsOpenedUnderTheTrimmedName() {
    String name = newName();
    register("  " + name + " ", PASSWORD)
        .then()
        .statusCode(200)
        .body("message", equalTo("User registered successfully"))
        .body("user.id", greaterThan(0))
        .body("user.username", equalTo(name))
        .body("user.created_at", matchesPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"))
        .body("user", not(hasKey("password_hash")))
        .body("keySet().size()", equalTo(2))
        .body("user.keySet().size()", equalTo(3));
  }

  @Test
  void theChecksComeInTheOrderOfTheFirstProtocol() {
    String taken = registered();
    refused(register("  ", ""), 400, "Username cannot be empty", "username_invalid");
    refused(
        register(" ab ", ""), 400, "Username must be at least 3 characters", "username_invalid");
    refused(
        register("<b>", "12345"),
        400,
        "Password must be at least 6 characters",
        "password_invalid");
    refused(
        register(taken, "12345"),
        400,
        "Password must be at least 6 characters",
        "password_invalid");
    refused(register(taken, PASSWORD), 400, "Username already exists", "username_taken");
  }

  @Test
  void namesAndPasswordsHaveBounds() {
    refused(
        register("x".repeat(33), PASSWORD),
        400,
        "Username must be at most 32 characters",
        "username_invalid");
    refused(
        register(newName(), "x".repeat(129)),
        400,
        "Password must be at most 128 characters",
        "password_invalid");
    register(newName(), "😀".repeat(128)).then().statusCode(200);
  }

  @Test
  void strangeCharactersAreRefusedAndBreakNothing() {
    for (String name :
        List.of("<script>", "ada\\u0000", "a\\ud800b", "ada\\u202ecod", "'; DROP TABLE x")) {
      refused(
          json()
              .body("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD))
              .post("/register"),
          400,
          "Username may only contain letters, digits, '.', '_' and '-'",
          "username_invalid");
    }
    refused(
        json()
            .body("{\"username\":\"%s\",\"password\":\"12345\\ud800\"}".formatted(newName()))
            .post("/register"),
        400,
        "Password contains characters that cannot be stored",
        "password_invalid");
  }

  @Test
  void aNameIsTakenInEveryCaseAndWhateverLooksLikeIt() {
    String name = registered();
    refused(
        register(name.toUpperCase(Locale.ROOT), PASSWORD),
        400,
        "Username already exists",
        "username_taken");
    register("ВОВА", PASSWORD).then().statusCode(200);
    refused(register("BOBA", PASSWORD), 400, "Username already exists", "username_taken");
    refused(
        register("pаypal", PASSWORD),
        400,
        "Username must not mix letters or digits of several scripts",
        "username_invalid");
  }

  @Test
  void ofManyWhoRegisterOneNameAtOnceOneGetsIt() throws Exception {
    String name = newName();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Callable<Response>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(() -> register(name, PASSWORD));
      }
      for (Future<Response> answer : clients.invokeAll(calls)) {
        Response response = answer.get();
        statuses.add(response.statusCode());
        if (response.statusCode() != 200) {
          refused(response, 400, "Username already exists", "username_taken");
        }
      }
    }
    assertEquals(1, statuses.stream().filter(status -> status == 200).count());
  }

  @Test
  void missingAndWrongFieldsAreNamed() {
    json()
        .body("{}")
        .post("/register")
        .then()
        .statusCode(422)
        .body("detail", hasSize(2))
        .body("detail[0].type", equalTo("missing"))
        .body("detail[0].loc", equalTo(List.of("body", "username")))
        .body("detail[0].msg", equalTo("Field required"))
        .body("detail[1].loc", equalTo(List.of("body", "password")));
    json()
        .body("{\"username\":5,\"password\":null}")
        .post("/register")
        .then()
        .statusCode(422)
        .body("detail[0].type", equalTo("string_type"))
        .body("detail[0].input", equalTo(5))
        .body("detail[1].type", equalTo("string_type"));
    for (String body : List.of("{\"username\":", "nonsense", "[".repeat(5_000), "{} {}")) {
      json()
          .body(body)
          .post("/register")
          .then()
          .statusCode(422)
          .body("detail[0].type", equalTo("json_invalid"));
    }
    json().post("/register").then().statusCode(422).body("detail[0].type", equalTo("missing"));
  }
}
