package dev.parley.auth.session;

import static dev.parley.auth.Client.PASSWORD;
import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.json;
import static dev.parley.auth.Client.login;
import static dev.parley.auth.Client.newName;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.auth.AuthTest;
import dev.parley.auth.account.Account;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

@AuthTest
class LoginTest {

  @Inject MeterRegistry metrics;

  @TestHTTPResource("/login")
  URI login;

  @Test
  void aNameAndItsPasswordMakeASession() {
    String name = registered();
    Response answer = login(name, PASSWORD);
    answer
        .then()
        .statusCode(200)
        .body("message", equalTo("Login successful"))
        .body("session_token", matchesPattern("[A-Za-z0-9_-]{43}"))
        .body("user.username", equalTo(name))
        .body("user.keySet().size()", equalTo(2))
        .body("expires_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}"))
        .body("keySet().size()", equalTo(4))
        .header("Set-Cookie", nullValue());
    LocalDateTime expires = LocalDateTime.parse(answer.path("expires_at"));
    LocalDateTime inAWeek = LocalDateTime.now(ZoneOffset.UTC).plusDays(7);
    assertTrue(Duration.between(expires, inAWeek).abs().compareTo(Duration.ofMinutes(5)) < 0);
  }

  @Test
  void theCaseOfTheNameAndSpacesAroundItDoNotMatter() {
    String name = registered();
    login(" " + name.toUpperCase(Locale.ROOT) + " ", PASSWORD)
        .then()
        .statusCode(200)
        .body("user.username", equalTo(name));
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreToldAlike() {
    String name = registered();
    double before = metrics.counter("parley.login.failures").count();
    for (Response answer :
        List.of(
            login(name, "wrong password"),
            login(name, ""),
            login(newName(), PASSWORD),
            login("", ""))) {
      refused(answer, 401, "Invalid username or password", "credentials_invalid");
    }
    assertEquals(before + 4, metrics.counter("parley.login.failures").count());
  }

  @Test
  void whatCannotBeStoredIsNobodysName() {
    for (String name : List.of("ada\\u0000", "\\ud800", "\\udc00ada")) {
      refused(
          json()
              .body("{\"username\":\"%s\",\"password\":\"a\\u0000\\ud800\"}".formatted(name))
              .post("/login"),
          401,
          "Invalid username or password",
          "credentials_invalid");
    }
  }

  @Test
  void missingFieldsAreNamed() {
    json()
        .body("{\"username\":\"ada\"}")
        .post("/login")
        .then()
        .statusCode(422)
        .body("detail", hasSize(1))
        .body("detail[0].type", equalTo("missing"))
        .body("detail[0].loc", equalTo(List.of("body", "password")))
        .body("detail[0].input.username", equalTo("ada"));
  }

  @Test
  void aBodyOver64KibIsTooLarge() {
    String body = "{\"username\":\"" + "x".repeat(70_000) + "\",\"password\":\"secret\"}";
    refused(
        json().body(body).post("/login"),
        413,
        "Request body is too large: at most 64 KiB",
        "body_too_large");
  }

  @Test
  void aBodyThatDoesNotSayItsLengthIsHeldToTheSameLimit() throws Exception {
    byte[] body = "x".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(login)
            .version(HttpClient.Version.HTTP_1_1)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      // Quarkus itself ends this answer, without a body.
      assertEquals(413, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    }
  }

  @Test
  void aPathThatDoesNotExistIsToldInJson() {
    refused(json().get("/nowhere"), 404, "Not Found", "not_found");
    refused(json().get("/login"), 405, "Method Not Allowed", "method_not_allowed");
  }

  @Test
  void severalDevicesAreLoggedInAtOnce() {
    String name = registered();
    String phone = tokenOf(name);
    String laptop = tokenOf(name);
    as(phone).get("/me").then().statusCode(200);
    as(laptop).get("/me").then().statusCode(200).body("username", equalTo(name));
  }

  @Test
  void anOutdatedHashIsReplacedAtLogin() {
    String name = registered();
    String outdated = "$pbkdf2-sha256$i=10$" + base64(new byte[32]) + "$" + digest(10);
    store(name, outdated);
    login(name, PASSWORD).then().statusCode(200);
    assertTrue(stored(name).startsWith("$pbkdf2-sha256$i=1000$"), stored(name));
    login(name, PASSWORD).then().statusCode(200);
    login(name, "wrong password").then().statusCode(401);
  }

  @Test
  void aHashInTheDigitsOfAnotherScriptIsGoodAndIsReplaced() {
    String name = registered();
    String persian = "\u06F1\u06F0\u06F0\u06F0";
    store(name, "$pbkdf2-sha256$i=" + persian + "$" + base64(new byte[32]) + "$" + digest(1_000));
    login(name, "wrong password").then().statusCode(401);
    login(name, PASSWORD).then().statusCode(200);
    assertTrue(stored(name).startsWith("$pbkdf2-sha256$i=1000$"), stored(name));
    login(name, PASSWORD).then().statusCode(200);
  }

  @Test
  void thePredecessorsHashesAreGoodAndAreReplaced() throws GeneralSecurityException {
    String name = registered();
    byte[] saltAndDigest = new byte[64];
    System.arraycopy(pbkdf2(100_000), 0, saltAndDigest, 32, 32);
    store(name, base64(saltAndDigest));
    login(name, "wrong password").then().statusCode(401);
    assertFalse(stored(name).startsWith("$"));
    login(name, PASSWORD).then().statusCode(200);
    assertTrue(stored(name).startsWith("$pbkdf2-sha256$i=1000$"), stored(name));
    login(name, PASSWORD).then().statusCode(200);
  }

  private static String digest(int iterations) {
    try {
      return base64(pbkdf2(iterations));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] pbkdf2(int iterations) throws GeneralSecurityException {
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
        .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), new byte[32], iterations, 256))
        .getEncoded();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void store(String name, String hash) {
    QuarkusTransaction.requiringNew()
        .run(() -> Account.update("passwordHash = ?1 where username = ?2", hash, name));
  }

  private static String stored(String name) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Account.named(name).orElseThrow().passwordHash);
  }

  @Test
  void aBrowserGetsACookieInsteadOfTheToken() {
    Response answer = cookieLogin(registered(), json());
    answer
        .then()
        .statusCode(200)
        .body("session_token", nullValue())
        .body("keySet().size()", equalTo(3))
        .header("Set-Cookie", containsString("HttpOnly"))
        .header("Set-Cookie", containsString("SameSite=Lax"));
    Cookie cookie = answer.detailedCookie("parley_session");
    assertEquals("/", cookie.getPath());
    assertEquals(Duration.ofDays(7).toSeconds(), cookie.getMaxAge());
    assertFalse(cookie.isSecured());
    given().cookie("parley_session", cookie.getValue()).get("/me").then().statusCode(200);
  }

  @Test
  void behindHttpsTheCookieIsOfThisHostAlone() {
    Response answer = cookieLogin(registered(), json().header("X-Forwarded-Proto", "https"));
    Cookie cookie = answer.detailedCookie("__Host-parley_session");
    assertTrue(cookie.isSecured());
    assertEquals("/", cookie.getPath());
    assertNull(cookie.getDomain());
    assertNull(answer.cookie("parley_session"));
  }

  /** A site beside ours could have set it. */
  @Test
  void behindHttpsNoOtherCookieCounts() {
    String token = tokenOf(registered());
    RequestSpecification https = given().header("X-Forwarded-Proto", "https");
    https.cookie("parley_session", token).get("/me").then().statusCode(401);
    https.cookie("__Host-parley_session", token).get("/me").then().statusCode(200);
    given().cookie("__Host-parley_session", token).get("/me").then().statusCode(401);
  }

  @Test
  void anotherSiteLogsNobodyIn() {
    refused(
        cookieLogin(registered(), json().header("Origin", "https://evil.example")),
        403,
        "Origin not allowed",
        "origin_not_allowed");
  }

  private static Response cookieLogin(String name, RequestSpecification request) {
    return request
        .body(Map.of("username", name, "password", PASSWORD, "cookie", true))
        .post("/login");
  }

  @Test
  void theCookieFieldIsABoolean() {
    json()
        .body(Map.of("username", "ada", "password", PASSWORD, "cookie", "yes"))
        .post("/login")
        .then()
        .statusCode(422)
        .body("detail[0].type", equalTo("bool_type"));
  }
}
