package dev.parley.gateway.append;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
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
    for (int i = 0; i <= AppendCommands.MAX_COMMANDS; i++) {
      append("m" + i);
    }
    history.answer();
    history.answer();
    later.removeFirst().run();
    assertEquals(List.of(1, AppendCommands.MAX_COMMANDS, 1), sizesOf(history.batches()));
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
    for (int i = 0; i < 2 * AppendCommands.MAX_COMMANDS; i++) {
      append("m" + i);
    }
    history.answer();
    history.answer();
    assertEquals(
        List.of(1, AppendCommands.MAX_COMMANDS, AppendCommands.MAX_COMMANDS),
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
    assertEquals("a", contentOf(outcomes.getFirst().batch().getFirst().command()));
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
          new PendingCommand(
              null,
              new Command(
                  ConversationId.GLOBAL,
                  ADA,
                  null,
                  null,
                  null,
                  new Act.Post(new MessageContent(content))),
              now.toNanos(),
              null,
              MessageSpan.NONE));
    }
  }

  private static String contentOf(Command command) {
    return ((Act.Post) command.act()).content().value();
  }

  /** Keeps each batch until the test says what became of it. */
  private static final class TestingAppends {

    private final List<AppendCommands.Request> requests = new ArrayList<>();
    private UniEmitter<? super AppendCommands.Answer> inFlight;

    List<List<String>> batches() {
      return requests.stream()
          .map(request -> request.commands().stream().map(AppendLaneTest::contentOf).toList())
          .toList();
    }

    void answer() {
      List<Receipt> receipts =
          requests.getLast().commands().stream()
              .<Receipt>map(
                  command ->
                      new Receipt.Stored(
                          command.conversation(), new Sequence(1), Instant.EPOCH, List.of()))
              .toList();
      inFlight.complete(new AppendCommands.Answer(receipts));
    }

    void refuse() {
      inFlight.fail(new WebApplicationException(400));
    }

    void fail() {
      inFlight.fail(new IllegalStateException("away"));
    }

    Uni<AppendCommands.Answer> append(AppendCommands.Request request) {
      requests.add(request);
      return Uni.createFrom().emitter(emitter -> inFlight = emitter);
    }
  }
}
