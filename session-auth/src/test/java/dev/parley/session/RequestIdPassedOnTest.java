package dev.parley.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.http.RequestId;
import dev.parley.protocol.SessionToken;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request keeps its name, from its client through every service. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(StubAuthService.class)
class RequestIdPassedOnTest {

  private static final String NEVER = "2999-01-01T00:00:00.000000Z";
  private static final String MADE_HERE = "[0-9a-f]{16}";

  StubAuthService authService;
  private final SessionToken token = SessionToken.generate(new SecureRandom());

  @AfterEach
  void forget() {
    authService.forget();
  }

  @Test
  void theClientAndTheAuthServiceAreToldTheNameThatARequestHas() {
    authService.issue(token, NEVER);
    named("from-the-edge")
        .get("/me")
        .then()
        .statusCode(200)
        .header(RequestId.HEADER, "from-the-edge");
    assertEquals(List.of("from-the-edge"), authService.requestIds());
  }

  @Test
  void aRequestWithoutANameGetsOneThatIsPassedOn() {
    authService.issue(token, NEVER);
    String made = given().auth().oauth2(token.value()).get("/me").header(RequestId.HEADER);
    assertEquals(List.of(made), authService.requestIds());
  }

  @Test
  void aNameThatMightHarmALogIsReplaced() {
    named("a\tb").get("/public").then().header(RequestId.HEADER, matchesPattern(MADE_HERE));
  }

  @Test
  void aRefusedRequestHasItsNameToo() {
    given()
        .header(RequestId.HEADER, "refused-1")
        .get("/me")
        .then()
        .statusCode(401)
        .header(RequestId.HEADER, "refused-1");
  }

  private RequestSpecification named(String id) {
    return given().auth().oauth2(token.value()).header(RequestId.HEADER, id);
  }
}
