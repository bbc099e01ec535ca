package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.ServiceMetrics;
import dev.parley.system.stack.WithFaultStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** G2: what a resume brings and what comes live meanwhile are one order without gap or overlap. */
@Tag("long")
@WithFaultStack
class ResumeFaultTest {

  private static final int BACK_AT_ONCE = 200;
  private static final int SOCKETS_EACH = 20;
  private static final int MOST_REQUESTS = 20;

  private final RunningStack stack;

  ResumeFaultTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void aResumeAmongNewMessagesBringsWhatIsMissingFirst() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    try (Crowd crowd = Crowd.of(6, stack)) {
      long seen = crowd.clients().getFirst().start();
      crowd.talk().awaitAcknowledged(100);
      for (int i = 0; i < 5; i++) {
        try (TestingChatClient back =
            ada.secondProtocol(stack.gateway(i % 2), Map.of("global", seen))) {
          long reached = awaitResumed(back);
          crowd.awaitAcknowledged(30);
          List<Long> places = places(back);
          assertEquals(dense(seen, places), places);
          assertTrue(places.getLast() > reached, "nothing came live");
        }
      }
      crowd.hush();
    }
  }

  @Test
  void manyResumesAtOnceAreAHandfulOfReads() {
    try (Crowd crowd = Crowd.of(2, stack)) {
      long seen = crowd.clients().getFirst().start();
      crowd.talk().awaitAcknowledged(100);
      crowd.hush();
      List<TestingAccount> accounts =
          IntStream.range(0, BACK_AT_ONCE / SOCKETS_EACH)
              .mapToObj(number -> TestingAccount.register(stack.edge(), "back" + number))
              .toList();
      ServiceMetrics history = new ServiceMetrics(List.of(stack.history(0), stack.history(1)));
      long before = history.internalReads();
      List<TestingChatClient> clients = comeBack(accounts, seen);
      try {
        clients.forEach(ResumeFaultTest::awaitResumed);
        long reads = history.internalReads() - before;
        clients.forEach(client -> assertEquals(dense(seen, places(client)), places(client)));
        assertTrue(reads <= MOST_REQUESTS, reads + " requests to the history service");
      } finally {
        clients.forEach(TestingChatClient::close);
      }
    }
  }

  private List<TestingChatClient> comeBack(List<TestingAccount> accounts, long seen) {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<TestingChatClient>> opening = new ArrayList<>();
      for (TestingAccount account : accounts) {
        for (int i = 0; i < SOCKETS_EACH; i++) {
          opening.add(
              CompletableFuture.supplyAsync(
                  () -> account.secondProtocol(stack.gateway(0), Map.of("global", seen)), all));
        }
      }
      return opening.stream().map(CompletableFuture::join).toList();
    }
  }

  private static long awaitResumed(TestingChatClient client) {
    JsonNode resumed = client.await("resumed");
    assertTrue(resumed.get("complete").booleanValue(), resumed.toString());
    return resumed.get("last_seq").longValue();
  }

  private static List<Long> dense(long seen, List<Long> places) {
    return LongStream.rangeClosed(seen + 1, seen + places.size()).boxed().toList();
  }

  private static List<Long> places(TestingChatClient client) {
    return client.frames("chat").stream()
        .filter(chat -> chat.get("conversation").asText().equals("global"))
        .map(chat -> chat.get("seq").longValue())
        .toList();
  }
}
