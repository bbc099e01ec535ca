package dev.parley.schema;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = OldDatabase.class, restrictToAnnotatedClass = true)
class MigrationsTest {

  private static final String WAITING =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE wait_event = 'virtualxid' AND query LIKE '%INDEX CONCURRENTLY%'
      """;

  private static final String INDEX =
      """
      SELECT CASE WHEN indisvalid THEN 'valid' ELSE 'invalid' END
        || CASE WHEN indisunique THEN ', unique' ELSE ', not unique' END
      FROM pg_index WHERE indexrelid = 'probe.entries_by_word'::regclass
      """;

  private static final String APPLIED =
      """
      SELECT string_agg(version, ', ' ORDER BY version)
      FROM probe.flyway_schema_history WHERE success
      """;

  OldDatabase database;
  @Inject Migrations migrations;

  @TestHTTPResource(value = "/health", management = true)
  String health;

  @Test
  void anIndexIsBuiltWithoutLimitsWhileOthersWriteAndTheServiceLives() throws SQLException {
    eventually("the wait for the open transaction", () -> read(WAITING).equals("1"));
    assertFalse(migrations.areDone());
    get(health + "/live").then().statusCode(200);
    get(health + "/ready").then().statusCode(503);
    get("/anything").then().statusCode(503).body("code", equalTo("unavailable"));
    database.write();
    eventually("the progress", () -> get(health + "/ready").asString().contains("Migration V"));

    database.finishWriting();

    eventually("readiness", () -> get(health + "/ready").statusCode() == 200);
    get("/anything").then().statusCode(404);
    assertEquals("valid, not unique", read(INDEX));
    assertEquals("1, 2, 3", read(APPLIED));
  }

  private static void eventually(String what, Supplier<Boolean> condition) {
    Eventually.get(what, Duration.ofSeconds(30), condition, it -> it);
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
