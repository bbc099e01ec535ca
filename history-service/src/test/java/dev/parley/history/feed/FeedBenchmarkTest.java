package dev.parley.history.feed;

import dev.parley.protocol.internal.ReadFeed;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What one look at the feed costs, behind a million older messages, beside the floor of a {@code
 * SELECT 1}; about a minute. No part of the tests: {@code ./mvnw -pl history-service -am test
 * -Dgroups=benchmark}.
 */
@Tag("benchmark")
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class FeedBenchmarkTest {

  private static final int OLD_MESSAGES = 1_000_000;
  private static final int REPETITIONS = 60;
  private static final int GATEWAYS = 100;

  @Inject PostgresFeed feed;
  @Inject SharedFeed shared;
  @Inject DataSource dataSource;

  @Test
  void costOfALook() throws Exception {
    for (int hoursAgo = 20; hoursAgo > 0; hoursAgo--) {
      fill(OLD_MESSAGES / 20, 1_000, Duration.ofHours(hoursAgo), Duration.ofHours(1));
    }
    System.out.printf("| messages/s | look ms | SELECT 1 ms | ratio | 100 gateways ms |%n");
    for (int perSecond : List.of(0, 100, 1_000, 10_000)) {
      execute(
          "DELETE FROM history.messages WHERE created_at > statement_timestamp() - interval '1 minute'");
      FeedCursor now = FeedCursor.parse(feed.read(Optional.empty()).cursor());
      fill(perSecond, 1_000, Duration.ZERO, Duration.ofSeconds(1));
      execute("ANALYZE history.messages");
      measure(perSecond, Optional.of(now));
    }
  }

  private void measure(int perSecond, Optional<FeedCursor> since) throws Exception {
    List<Double> looks = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    List<Double> crowds = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      floors.add(millis(() -> execute("SELECT 1")));
      looks.add(millis(() -> feed.read(since)));
      crowds.add(millis(() -> askForAll(since)));
    }
    System.out.printf(
        Locale.ROOT,
        "| %,d | %s | %s | %.1f | %s |%n",
        perSecond,
        medianAndRange(looks),
        medianAndRange(floors),
        median(looks) / median(floors),
        medianAndRange(crowds));
  }

  private void askForAll(Optional<FeedCursor> since) {
    List<CompletableFuture<ReadFeed.Answer>> answers =
        IntStream.range(0, GATEWAYS).mapToObj(i -> shared.after(since)).toList();
    answers.forEach(CompletableFuture::join);
  }

  /** So many messages in so many conversations, evenly over a time that ended a while ago. */
  private void fill(int messages, int conversations, Duration endedBefore, Duration over)
      throws SQLException {
    execute(
        String.format(
            Locale.ROOT,
            """
        INSERT INTO history.conversations (name)
        SELECT 'dm-1-' || i FROM generate_series(1, %d) i ON CONFLICT DO NOTHING
        """,
            conversations));
    execute(
        String.format(
            Locale.ROOT,
            """
        INSERT INTO history.messages (conversation_id, seq, sender_id, sender_name, content, created_at)
        SELECT c.id, (SELECT coalesce(max(seq), 0) FROM history.messages m WHERE m.conversation_id = c.id) + i / %2$d + 1,
          1, 'ada', repeat('x', 100),
          statement_timestamp() - interval '%3$d ms' - interval '%4$d ms' * (1 - i::float8 / %1$d)
        FROM generate_series(0, %1$d - 1) i
        JOIN history.conversations c ON c.name = 'dm-1-' || (1 + i %% %2$d)
        ORDER BY i
        """,
            Math.max(1, messages),
            conversations,
            endedBefore.toMillis(),
            over.toMillis()));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = 0");
      statement.execute(sql);
      statement.execute("SET statement_timeout = 5000");
    }
  }

  /** Something that is measured. */
  private interface Task {
    void run() throws SQLException;
  }

  private static double millis(Task task) throws SQLException {
    long begin = System.nanoTime();
    task.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }

  private static String medianAndRange(List<Double> figures) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f–%.2f)",
        median(figures),
        Collections.min(figures),
        Collections.max(figures));
  }
}
