package dev.parley.gateway.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.NewMessage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppendLaneTest {

  private static final User ADA = new User(new UserId(1), "ada");

  private final TestingAppends history = new TestingAppends();
  private final List<AppendOutcome> outcomes = new ArrayList<>();
  private final AppendLane lane = new AppendLane(history::append, outcomes::add);

  @Test
  void whatComesWhileABatchIsInFlightIsTheNextBatchInOrder() {
    append("a", "b", "c");
    assertEquals(List.of(List.of("a")), history.batches());
    history.answer();
    assertEquals(List.of(List.of("a"), List.of("b", "c")), history.batches());
  }

  @Test
  void noBatchIsLargerThanTheHistoryServiceTakes() {
    append("first");
    for (int i = 0; i <= AppendMessages.MAX_MESSAGES; i++) {
      append("m" + i);
    }
    history.answer();
    history.answer();
    assertEquals(
        List.of(1, AppendMessages.MAX_MESSAGES, 1),
        history.batches().stream().map(List::size).toList());
  }

  @Test
  void aFailedBatchIsToldAndTheLaneGoesOn() {
    append("a", "b");
    history.fail();
    assertInstanceOf(AppendOutcome.Failed.class, outcomes.getFirst());
    history.answer();
    assertInstanceOf(AppendOutcome.Stored.class, outcomes.getLast());
  }

  private void append(String... contents) {
    for (String content : contents) {
      lane.append(
          new PendingMessage(
              null, NewMessage.of(ADA, null, null, new MessageContent(content)), null));
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

    void fail() {
      inFlight.fail(new IllegalStateException("away"));
    }

    Uni<AppendMessages.Answer> append(AppendMessages.Request request) {
      requests.add(request);
      return Uni.createFrom().emitter(emitter -> inFlight = emitter);
    }
  }
}
