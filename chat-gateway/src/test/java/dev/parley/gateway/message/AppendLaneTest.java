package dev.parley.gateway.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.NewMessage;
import dev.parley.tracing.MessageSpan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppendLaneTest {

  private static final User ADA = new User(new UserId(1), "ada");

  private final TestingAppends history = new TestingAppends();
  private final List<AppendOutcome> outcomes = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private Duration betweenTwoLooks = Duration.ZERO;
  private boolean turnIsOver = true;
  private final List<Runnable> endOfTurn = new ArrayList<>();
  private final AppendLane lane =
      new AppendLane(
          history::append,
          outcomes::add,
          Duration.ofMillis(5),
          Duration.ofSeconds(3),
          this::look,
          this::later);

  private void later(Duration pause, Runnable task) {
    if (pause.isZero() && turnIsOver) {
      task.run();
    } else {
      (pause.isZero() ? endOfTurn : later).add(task);
    }
  }

  @Test
  void whatComesWhileABatchIsInFlightIsTheNextBatchInOrder() {
    append("a", "b", "c");
    assertEquals(List.of(List.of("a")), history.batches());
    history.answer();
    assertEquals(List.of(List.of("a"), List.of("b", "c")), history.batches());
  }

  @Test
  void whatComesInOneTurnIsOneBatch() {
    turnIsOver = false;
    append("a", "b", "c");
    assertEquals(List.of(), history.batches());
    endOfTurn.removeFirst().run();
    assertEquals(List.of(List.of("a", "b", "c")), history.batches());
    append("d", "e");
    history.answer();
    append("f");
    endOfTurn.removeFirst().run();
    assertEquals(List.of("d", "e", "f"), history.batches().getLast());
    assertEquals(List.of(), endOfTurn);
  }

  @Test
  void noBatchIsLargerThanTheHistoryServiceTakes() {
    append("first");
    for (int i = 0; i <= AppendMessages.MAX_MESSAGES; i++) {
      append("m" + i);
    }
    history.answer();
    history.answer();
    later.removeFirst().run();
    assertEquals(List.of(1, AppendMessages.MAX_MESSAGES, 1), sizesOf(history.batches()));
  }

  @Test
  void underLoadABatchGathersLonger() {
    append("first");
    for (int i = 0; i < AppendLane.MANY; i++) {
      append("m" + i);
    }
    history.answer();
    append("a");
    history.answer();
    append("b");
    assertEquals(List.of(1, AppendLane.MANY), sizesOf(history.batches()));
    later.removeFirst().run();
    assertEquals(List.of("a", "b"), history.batches().getLast());
    append("c");
    history.answer();
    assertEquals(List.of("c"), history.batches().getLast());
    assertEquals(List.of(), later);
  }

  @Test
  void aFullBatchGathersNoLonger() {
    append("first");
    for (int i = 0; i < 2 * AppendMessages.MAX_MESSAGES; i++) {
      append("m" + i);
    }
    history.answer();
    history.answer();
    assertEquals(
        List.of(1, AppendMessages.MAX_MESSAGES, AppendMessages.MAX_MESSAGES),
        sizesOf(history.batches()));
  }

  @Test
  void aBatchWithoutAnAnswerGoesAgainBeforeWhatCameSince() {
    append("a", "b");
    history.fail();
    assertEquals(List.of(List.of("a"), List.of("a", "b")), history.batches());
    append("c");
    history.fail();
    assertEquals(1, later.size());
    later.removeFirst().run();
    assertEquals(List.of("a", "b", "c"), history.batches().getLast());
    history.answer();
    assertEquals(List.of(0, 0, 3), sizes(outcomes));
    assertInstanceOf(AppendOutcome.Stored.class, outcomes.getLast());
  }

  @Test
  void whatIsTooOldForAnotherAttemptIsToldAndTheLaneGoesOn() {
    append("a");
    now = Duration.ofSeconds(2);
    append("b");
    now = Duration.ofSeconds(4);
    history.fail();
    assertInstanceOf(AppendOutcome.Failed.class, outcomes.getFirst());
    assertEquals("a", outcomes.getFirst().batch().getFirst().message().content().value());
    assertEquals(List.of("b"), history.batches().getLast());
    history.answer();
    assertInstanceOf(AppendOutcome.Stored.class, outcomes.getLast());
  }

  @Test
  void whatWaitsBehindAFailingBatchIsToldInTimeToo() {
    append("a", "b", "c");
    now = Duration.ofSeconds(4);
    history.fail();
    assertEquals(List.of(3), sizes(outcomes));
    assertEquals(1, history.batches().size());
  }

  @Test
  void whatBecomesTooOldWhileTheLaneLooksIsToldTheNextTime() {
    append("a");
    now = Duration.ofSeconds(3).minusNanos(1);
    betweenTwoLooks = Duration.ofNanos(1);
    history.fail();
    assertEquals(List.of(List.of("a"), List.of("a")), history.batches());
    history.fail();
    assertEquals(List.of(0, 1), sizes(outcomes));
  }

  @Test
  void aRefusedBatchIsToldAtOnceAndTheLaneGoesOn() {
    append("a", "b");
    history.refuse();
    assertInstanceOf(AppendOutcome.Failed.class, outcomes.getFirst());
    assertEquals(List.of("b"), history.batches().getLast());
  }

  private static List<Integer> sizesOf(List<? extends List<?>> batches) {
    return batches.stream().map(List::size).toList();
  }

  private long look() {
    now = now.plus(betweenTwoLooks);
    return now.toNanos();
  }

  private static List<Integer> sizes(List<AppendOutcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.batch().size()).toList();
  }

  private void append(String... contents) {
    for (String content : contents) {
      lane.append(
          new PendingMessage(
              null,
              NewMessage.of(ADA, null, null, new MessageContent(content)),
              now.toNanos(),
              null,
              MessageSpan.NONE));
    }
  }

  /** Keeps each batch until the test says what became of it. */
  private static final class TestingAppends {

    private final List<AppendMessages.Request> requests = new ArrayList<>();
    private UniEmitter<? super AppendMessages.Answer> inFlight;

    List<List<String>> batches() {
      return requests.stream()
          .map(
              request ->
                  request.messages().stream().map(message -> message.content().value()).toList())
          .toList();
    }

    void answer() {
      List<AppendMessages.Receipt> receipts =
          requests.getLast().messages().stream()
              .map(
                  message ->
                      new AppendMessages.Receipt(
                          message.conversation(), new Sequence(1), Instant.EPOCH, false))
              .toList();
      inFlight.complete(new AppendMessages.Answer(receipts));
    }

    void refuse() {
      inFlight.fail(new WebApplicationException(400));
    }

    void fail() {
      inFlight.fail(new IllegalStateException("away"));
    }

    Uni<AppendMessages.Answer> append(AppendMessages.Request request) {
      requests.add(request);
      return Uni.createFrom().emitter(emitter -> inFlight = emitter);
    }
  }
}
