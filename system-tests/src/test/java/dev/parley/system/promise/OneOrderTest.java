package dev.parley.system.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** G1, G2, G3: what was acknowledged is stored, and everybody gets it once and in one order. */
@WithStack
class OneOrderTest {

  private static final int USERS = 10;
  private static final int MESSAGES_EACH = 100;
  private static final int MESSAGES = USERS * MESSAGES_EACH;
  private static final int PAGE = 200;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final RunningStack stack;
  private final String run = RandomLetters.of(8);

  OneOrderTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void aThousandMessagesOverBothGatewaysReachEverybodyOnceInOneOrder() throws Exception {
    List<TestingAccount> accounts =
        IntStream.range(0, USERS)
            .mapToObj(i -> TestingAccount.register(stack.edge(), "user" + i))
            .toList();
    List<TestingChatClient> clients = connect(accounts);
    try {
      sendAll(clients);
      List<JsonNode> order = ofThisRun(clients.getFirst());
      assertDense(order);
      assertEachOnce(order);
      for (TestingChatClient client : clients) {
        assertEquals(keys(order), keys(ofThisRun(client)));
      }
      assertAcknowledged(clients, order);
      assertStored(accounts.getFirst(), order);
    } finally {
      clients.forEach(TestingChatClient::close);
    }
  }

  /** Half on each gateway, half of each protocol. */
  private List<TestingChatClient> connect(List<TestingAccount> accounts) {
    List<TestingChatClient> clients = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      TestingAccount account = accounts.get(i);
      clients.add(
          isSecondProtocol(i)
              ? account.secondProtocol(stack.gateway(i % 2))
              : account.firstProtocol(stack.gateway(i % 2)));
    }
    for (int i = 0; i < USERS; i++) {
      clients.get(i).await(isSecondProtocol(i) ? "presence" : "user_list_update");
    }
    return clients;
  }

  private static boolean isSecondProtocol(int client) {
    return client >= USERS / 2;
  }

  private void sendAll(List<TestingChatClient> clients) throws Exception {
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, USERS).forEach(i -> senders.execute(() -> sendFrom(clients.get(i), i)));
    }
  }

  private void sendFrom(TestingChatClient client, int index) {
    for (int message = 0; message < MESSAGES_EACH; message++) {
      String content = String.format(Locale.ROOT, "%s from %d number %d", run, index, message);
      if (isSecondProtocol(index)) {
        client.chat(run + "-" + message, content, null);
      } else {
        client.chat(content);
      }
    }
  }

  private List<JsonNode> ofThisRun(TestingChatClient client) {
    Predicate<JsonNode> ofThisRun =
        TestingChatClient.isOfType("chat")
            .and(frame -> frame.path("content").asText().startsWith(run));
    return client.awaitAll(ofThisRun, MESSAGES, LIMIT);
  }

  private static void assertDense(List<JsonNode> order) {
    long first = order.getFirst().get("seq").longValue();
    assertEquals(
        LongStream.range(first, first + MESSAGES).boxed().toList(),
        order.stream().map(chat -> chat.get("seq").longValue()).toList());
  }

  private static void assertEachOnce(List<JsonNode> order) {
    List<String> contents = order.stream().map(chat -> chat.get("content").asText()).toList();
    assertEquals(MESSAGES, new HashSet<>(contents).size());
  }

  private static List<String> keys(List<JsonNode> chats) {
    return chats.stream()
        .map(chat -> chat.get("seq") + " " + chat.get("content").asText())
        .toList();
  }

  /**
   * One receipt for each message of a second-protocol client, with the place that all others see.
   */
  private void assertAcknowledged(List<TestingChatClient> clients, List<JsonNode> order) {
    for (int i = USERS / 2; i < USERS; i++) {
      List<JsonNode> acks =
          clients.get(i).awaitAll(TestingChatClient.isOfType("ack"), MESSAGES_EACH, LIMIT);
      assertEquals(MESSAGES_EACH, acks.size());
      String from = String.format(Locale.ROOT, "%s from %d ", run, i);
      assertEquals(
          order.stream()
              .filter(chat -> chat.get("content").asText().startsWith(from))
              .map(chat -> chat.get("client_id").asText() + " " + chat.get("seq"))
              .toList(),
          acks.stream().map(ack -> ack.get("client_id").asText() + " " + ack.get("seq")).toList());
    }
  }

  private void assertStored(TestingAccount reader, List<JsonNode> order) {
    List<JsonNode> stored = new ArrayList<>();
    long after = order.getFirst().get("seq").longValue() - 1;
    while (stored.size() < MESSAGES) {
      JsonNode page =
          reader
              .me()
              .get(
                  String.format(
                      Locale.ROOT, "/conversations/global/messages?after=%d&limit=%d", after, PAGE))
              .expect(200)
              .json();
      assertTrue(!page.get("messages").isEmpty(), "the history ends after " + stored.size());
      page.get("messages").forEach(stored::add);
      after = stored.getLast().get("seq").longValue();
    }
    assertEquals(keys(order), keys(stored));
    List<String> last =
        order.subList(MESSAGES - 50, MESSAGES).stream()
            .map(chat -> chat.get("content").asText())
            .toList();
    JsonNode firstProtocol = reader.me().get("/messages/global").expect(200).json();
    assertEquals(last, firstProtocol.findValuesAsText("content"));
  }
}
