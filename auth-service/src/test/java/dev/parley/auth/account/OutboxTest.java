package dev.parley.auth.account;

import static dev.parley.auth.Client.PASSWORD;
import static dev.parley.auth.Client.newName;
import static dev.parley.auth.Client.register;
import static dev.parley.auth.Client.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.auth.AuthTest;
import dev.parley.auth.history.HistoryReplicas;
import dev.parley.auth.history.StubHistory;
import dev.parley.testing.Eventually;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AuthTest
@QuarkusTestResource(value = StubHistory.class, restrictToAnnotatedClass = true)
class OutboxTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String CROWD =
      """
      INSERT INTO auth.accounts (username, folded_name, skeleton, password_hash, created_at)
      SELECT name, name, name, 'none', now()
      FROM (SELECT 'queued-' || number FROM generate_series(1, 5500) number) made (name)
      """;

  @Inject OutboxFollower follower;
  @Inject AccountOutbox outbox;
  @Inject HistoryReplicas replicas;
  @Inject OutboxConfig config;
  @Inject DataSource database;
  StubHistory history;

  @BeforeEach
  void empty() {
    history.forget();
    tellAll(follower);
    history.forget();
  }

  @AfterEach
  void leaveNoCrowd() throws SQLException {
    history.forget();
    run("DELETE FROM auth.accounts WHERE folded_name LIKE 'queued-%'");
  }

  @Test
  void historyKnowsANewAccountBeforeTheRegistrationIsAnswered() {
    String name = newName();
    int id = register(name, PASSWORD).then().statusCode(200).extract().path("user.id");
    JsonNode account = told(name).findFirst().orElseThrow();
    assertEquals(id, account.at("/user/id").asInt());
    assertEquals("active", account.get("state").asText());
    assertEquals(1, account.get("version").asInt());
  }

  @Test
  void anAccountThatHistoryMissedIsToldLater() {
    history.answer(500);
    String name = registered();
    follower.follow();
    assertEquals(0, told(name).count());
    assertEquals(1, waiting());
    history.answer(200);
    tellAll(follower);
    assertEquals(1, told(name).count());
  }

  @Test
  void aHistoryThatHangsDelaysARegistrationByASecond() {
    history.pause();
    long begin = System.nanoTime();
    registered();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
    assertEquals(1, waiting());
  }

  @Test
  void whoeverChangesAnAccountQueuesItInTheSameTransaction() throws SQLException {
    String name = registered();
    tellAll(follower);
    history.forget();
    String change = "UPDATE auth.accounts SET version = version + 1 WHERE username = '%s'";
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(change.formatted(name));
      connection.rollback();
      assertEquals(0, waiting());
      statement.execute(change.formatted(name));
      statement.execute(change.formatted(name));
      connection.commit();
    }
    tellAll(follower);
    List<JsonNode> told = told(name).toList();
    assertEquals(List.of(3), told.stream().map(account -> account.get("version").asInt()).toList());
  }

  @Test
  void anotherPasswordIsNoNews() throws SQLException {
    String name = registered();
    tellAll(follower);
    run("UPDATE auth.accounts SET password_hash = 'x' WHERE username = '%s'".formatted(name));
    assertEquals(0, waiting());
  }

  @Test
  void severalReplicasTellOfEachAccountOnceAndInBatches() throws SQLException {
    run(CROWD);
    List<OutboxFollower> followers =
        Stream.generate(
                () -> new OutboxFollower(outbox, replicas, config, new SimpleMeterRegistry()))
            .limit(4)
            .toList();
    CompletableFuture.allOf(
            followers.stream()
                .map(one -> CompletableFuture.runAsync(() -> tellAll(one)))
                .toArray(CompletableFuture[]::new))
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
    List<JsonNode> told = history.accounts();
    assertEquals(5_500, told.size());
    assertEquals(5_500, new HashSet<>(told).size());
    assertTrue(history.batches().size() < 20, () -> history.batches().size() + " requests");
    for (List<JsonNode> batch : history.batches()) {
      List<Long> ids = batch.stream().map(account -> account.at("/user/id").asLong()).toList();
      assertEquals(ids.stream().sorted().toList(), ids);
    }
  }

  @Test
  void anAccountThatIsGoneStopsNobody() throws SQLException {
    history.answer(500);
    run(CROWD);
    String name = registered();
    run("DELETE FROM auth.accounts WHERE folded_name LIKE 'queued-%'");
    history.answer(200);
    tellAll(follower);
    assertEquals(1, history.accounts().size());
    assertEquals(1, told(name).count());
  }

  /** In a registry of its own, because that of the tests keeps gauges of earlier starts. */
  @Test
  void theMetricTellsHowLongTheFirstAccountWaits() throws SQLException {
    MeterRegistry metrics = new SimpleMeterRegistry();
    OutboxFollower measured = new OutboxFollower(outbox, replicas, config, metrics);
    Gauge age = metrics.get("parley.outbox.age.seconds").gauge();
    assertEquals(0, age.value());
    history.answer(500);
    registered();
    run("UPDATE auth.accounts_outbox SET queued_at = queued_at - interval '90 seconds'");
    measured.follow();
    assertTrue(age.value() >= 90 && age.value() < 900, age.value() + " s");
    history.answer(200);
    tellAll(measured);
    assertEquals(0, age.value());
  }

  private void tellAll(OutboxFollower by) {
    Eventually.get(
        "everything told",
        LIMIT,
        () -> {
          by.follow();
          return waiting();
        },
        waiting -> waiting == 0);
  }

  private Stream<JsonNode> told(String name) {
    return history.accounts().stream()
        .filter(account -> account.at("/user/username").asText().equals(name));
  }

  private long waiting() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM auth.accounts_outbox")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
