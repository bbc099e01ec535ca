package dev.parley.history.feed;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.internal.ReadFeed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Shares one query for recent commits among all gateways that ask at the same time. While one query
 * is running, new callers wait for the next one, which begins at the oldest of their cursors. So
 * the cost does not grow with the number of gateways. Thread-safe; never blocks its callers.
 */
@Singleton
class SharedFeed {

  private final PostgresFeed feed;
  private final Timer queries;
  private List<Question> waiting = new ArrayList<>();
  private boolean underWay;

  SharedFeed(PostgresFeed feed, MeterRegistry metrics) {
    this.feed = feed;
    this.queries =
        Timer.builder("parley.feed.query")
            .description("Time of one query for what was committed lately")
            .publishPercentileHistogram()
            .register(metrics);
  }

  /** One gateway's cursor, and what it waits for. */
  private record Question(FeedCursor after, CompletableFuture<ReadFeed.Answer> answer) {}

  /**
   * Fails with {@code UNAVAILABLE} where PostgreSQL does not answer.
   *
   * @param after empty for an answer that begins now
   */
  CompletableFuture<ReadFeed.Answer> after(Optional<FeedCursor> after) {
    CompletableFuture<ReadFeed.Answer> answer = new CompletableFuture<>();
    if (after.isPresent()) {
      ask(new Question(after.get(), answer));
    } else {
      Thread.ofVirtual().name("feed-beginning").start(() -> begin(answer));
    }
    return answer;
  }

  /** Needs no sharing, because a gateway begins only once. */
  private void begin(CompletableFuture<ReadFeed.Answer> answer) {
    try {
      answer.complete(feed.read(Optional.empty()));
    } catch (SQLException | RuntimeException failure) {
      answer.completeExceptionally(new ParleyException(ErrorCode.UNAVAILABLE, failure));
    }
  }

  private synchronized void ask(Question question) {
    waiting.add(question);
    lookUnlessUnderWay();
  }

  private synchronized void lookUnlessUnderWay() {
    if (underWay || waiting.isEmpty()) {
      return;
    }
    List<Question> questions = waiting;
    waiting = new ArrayList<>();
    underWay = true;
    Thread.ofVirtual().name("feed").start(() -> look(questions));
  }

  private void look(List<Question> questions) {
    try {
      Timer.Sample start = Timer.start();
      ReadFeed.Answer answer = feed.read(Optional.of(oldestOf(questions)));
      start.stop(queries);
      finish(questions, answer);
    } catch (SQLException | RuntimeException failure) {
      finish();
      ParleyException unavailable = new ParleyException(ErrorCode.UNAVAILABLE, failure);
      questions.forEach(question -> question.answer().completeExceptionally(unavailable));
    }
  }

  private static FeedCursor oldestOf(List<Question> questions) {
    return questions.stream()
        .map(Question::after)
        .reduce((one, other) -> one.isNoFurtherThan(other) ? one : other)
        .orElseThrow();
  }

  private void finish(List<Question> questions, ReadFeed.Answer answer) {
    List<Question> answered = new ArrayList<>(questions);
    if (!answer.complete()) {
      answered.removeAll(waitOn(questions, FeedCursor.parse(answer.cursor())));
    }
    finish();
    answered.forEach(question -> question.answer().complete(answerTo(question, answer)));
  }

  /**
   * A page that ends before a caller's cursor tells that caller nothing, so it waits for a later
   * one.
   */
  private synchronized List<Question> waitOn(List<Question> questions, FeedCursor end) {
    List<Question> ahead =
        questions.stream().filter(question -> !question.after().isNoFurtherThan(end)).toList();
    waiting.addAll(ahead);
    return ahead;
  }

  /** A cursor ahead of the whole database belongs to another database. */
  private static ReadFeed.Answer answerTo(Question question, ReadFeed.Answer answer) {
    return question.after().isNoFurtherThan(FeedCursor.parse(answer.cursor()))
        ? answer
        : new ReadFeed.Answer(answer.cursor(), false, true, List.of());
  }

  private synchronized void finish() {
    underWay = false;
    lookUnlessUnderWay();
  }
}
