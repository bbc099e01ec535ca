package dev.parley.schema;

import static io.restassured.RestAssured.get;

import dev.parley.testing.Eventually;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LatePostgres.class, restrictToAnnotatedClass = true)
class LatePostgresTest {

  /** Pauses that doubled would be 8 s by then. */
  private static final Duration AWAY = Duration.ofSeconds(9);

  private static final Duration SOON = Duration.ofSeconds(5);

  LatePostgres postgres;

  @TestHTTPResource(value = "/health", management = true)
  String health;

  @Test
  void aServiceThatWaitsForPostgresLivesAndIsReadySoonAfterIt() {
    long end = System.nanoTime() + AWAY.toNanos();
    while (System.nanoTime() - end < 0) {
      get(health + "/live").then().statusCode(200);
      get(health + "/started").then().statusCode(200);
      get(health + "/ready").then().statusCode(503);
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    postgres.come();
    Eventually.get(
        "readiness", SOON, () -> get(health + "/ready").statusCode(), status -> status == 200);
  }
}
