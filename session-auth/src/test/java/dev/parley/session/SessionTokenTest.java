package dev.parley.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.protocol.SessionToken;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(StubAuthService.class)
class SessionTokenTest {

  private static final String NEVER = "2999-01-01T00:00:00.000000Z";

  StubAuthService authService;
  private final SessionToken token = SessionToken.generate(new SecureRandom());

  @BeforeEach
  void issueASession() {
    authService.issue(token, NEVER);
  }

  @AfterEach
  void forget() {
    authService.forget();
  }

  @Test
  void aBearerTokenProvesItsSession() {
    withBearer(token.value()).get("/me").then().statusCode(200).body(equalTo("ada by BEARER"));
  }

  @Test
  void theSchemeMayBeInAnyCase() {
    given()
        .header("Authorization", "bearer " + token.value())
        .get("/me")
        .then()
        .body(equalTo("ada by BEARER"));
  }

  @Test
  void withoutATokenAuthenticationIsRequired() {
    refused(given().get("/me").then(), 401, "Authentication required", "authentication_required");
  }

  @Test
  void anEmptyTokenIsNone() {
    refused(
        withBearer("").get("/me").then(),
        401,
        "Authentication required",
        "authentication_required");
  }

  @Test
  void anUnknownTokenIsInvalid() {
    refused(
        withBearer("garbage").get("/me").then(),
        401,
        "Invalid or expired session",
        "session_invalid");
  }

  @Test
  void aPolicyBeforeAnyEndpointAnswersAlike() {
    refused(
        withBearer("garbage").get("/by-policy").then(),
        401,
        "Invalid or expired session",
        "session_invalid");
    withBearer(token.value()).get("/by-policy").then().body(equalTo("ada by BEARER"));
  }

  @Test
  void anExpiredSessionIsInvalid() {
    authService.issue(token, "2020-01-01T00:00:00.000000Z");
    refused(
        withBearer(token.value()).get("/me").then(),
        401,
        "Invalid or expired session",
        "session_invalid");
  }

  @Test
  void aTokenThatCannotBeVerifiedIsNotInvalid() {
    authService.breakDown(true);
    refused(
            withBearer(token.value()).get("/me").then(),
            503,
            "Temporarily unavailable: try again",
            "unavailable")
        .header("Retry-After", "1");
  }

  @Test
  void aPublicPathDoesNotAskForTheToken() {
    authService.breakDown(true);
    withBearer(token.value()).get("/public").then().statusCode(200).body(equalTo("open"));
    assertEquals(List.of(), authService.requests());
  }

  @Test
  void aCookieProvesAReadWhoeverAsks() {
    withCookie()
        .header("Origin", "https://evil.example")
        .get("/me")
        .then()
        .statusCode(200)
        .body(equalTo("ada by COOKIE"));
  }

  @Test
  void aCookieProvesAChangeThatOurOwnPageAskedFor() {
    withCookie()
        .header("Host", "chat.example:8000")
        .header("Origin", "http://chat.example:8000")
        .header("Sec-Fetch-Site", "same-origin")
        .post("/me")
        .then()
        .statusCode(200)
        .body(equalTo("ada by COOKIE"));
  }

  @Test
  void behindAProxyTheForwardedHostCounts() {
    withCookie()
        .header("X-Forwarded-Host", "chat.example")
        .header("Origin", "https://chat.example")
        .post("/me")
        .then()
        .statusCode(200);
  }

  /** The proxy names a host of its own to the services. */
  @Test
  void behindAProxyThatRewritesTheHostThePublicOriginsCount() {
    for (String origin : new String[] {"https://public.example", "HTTPS://Other.example:8443"}) {
      withCookie()
          .header("Host", "backend:8081")
          .header("Origin", origin)
          .post("/me")
          .then()
          .statusCode(200);
    }
    for (String origin : new String[] {"http://public.example", "https://other.example"}) {
      withCookie()
          .header("Host", "backend:8081")
          .header("Origin", origin)
          .post("/me")
          .then()
          .statusCode(403);
    }
  }

  @Test
  void aCookieProvesNoChangeThatAnotherSiteAskedFor() {
    for (String origin : new String[] {"https://evil.example", "null", "http://[", ""}) {
      refused(
          withCookie().header("Origin", origin).post("/me").then(),
          403,
          "Origin not allowed",
          "origin_not_allowed");
    }
    withCookie().header("Sec-Fetch-Site", "cross-site").post("/me").then().statusCode(403);
    withCookie().header("Sec-Fetch-Site", "same-site").post("/me").then().statusCode(403);
  }

  @Test
  void aBearerTokenProvesAChangeFromAnywhere() {
    withBearer(token.value())
        .header("Origin", "https://evil.example")
        .post("/me")
        .then()
        .statusCode(200);
  }

  @Test
  void aTokenInTheQueryIsForTheSocketOnly() {
    given().queryParam("token", token.value()).get("/me").then().statusCode(401);
  }

  private static RequestSpecification withBearer(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private RequestSpecification withCookie() {
    return given().cookie("parley_session", token.value());
  }

  private static ValidatableResponse refused(
      ValidatableResponse answer, int status, String detail, String code) {
    return answer.statusCode(status).body("detail", equalTo(detail)).body("code", equalTo(code));
  }
}
