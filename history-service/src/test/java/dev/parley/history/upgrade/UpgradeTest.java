package dev.parley.history.upgrade;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testing.Eventually;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = DatabaseBeforeV3.class, restrictToAnnotatedClass = true)
class UpgradeTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String WAITING =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND query LIKE '%INDEX CONCURRENTLY%'
      """;

  private static final String INVALID_INDEXES =
      "SELECT count(*) FROM pg_index WHERE NOT indisvalid";

  DatabaseBeforeV3 database;
  @Inject Flyway flyway;

  @TestHTTPResource(value = "/health", management = true)
  String health;

  @Test
  void aLargeInstallationComesUpWhileAnOldReplicaGoesOnWriting() throws SQLException {
    Eventually.get("the index to wait for the writer", LIMIT, () -> read(WAITING), "1"::equals);
    get(health + "/live").then().statusCode(200);
    get(health + "/ready").then().statusCode(503);
    database.write();
    database.commit();
    Eventually.get(
        "readiness", LIMIT, () -> get(health + "/ready").statusCode(), status -> status == 200);
    assertEquals("0", read(INVALID_INDEXES));
    assertEquals(0, flyway.info().pending().length);
    assertTrue(flyway.validateWithResult().validationSuccessful);
  }

  private String read(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
