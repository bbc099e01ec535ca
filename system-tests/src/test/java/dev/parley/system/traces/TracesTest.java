package dev.parley.system.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.stack.state.Secrets;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithObservedStack;
import dev.parley.testing.Eventually;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the services tell a collector of OpenTelemetry about the way of a message. */
@WithObservedStack
class TracesTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** One span for each step, and one for the delivery at each of two gateways. */
  private static final int STEPS = 5;

  private final RunningStack stack;

  TracesTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void aMessageIsOneTraceFromSocketToSocket() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    TestingAccount bob = TestingAccount.register(stack.edge(), "bob");
    try (TestingChatClient adas = ada.secondProtocol(stack.gateway(0));
        TestingChatClient bobs = bob.secondProtocol(stack.gateway(1))) {
      bobs.await("presence");
      adas.chat("c-1", "hello", bob.username());
      List<ExportedSpan> trace = traceOf(adas.await("ack"));
      bobs.awaitChat("hello");
      ExportedSpan receive = the("receive message", trace);
      ExportedSpan append = the("append message", trace);
      ExportedSpan publish = the("publish message", trace);
      assertEquals("", receive.parentId());
      assertEquals(receive.spanId(), append.parentId());
      assertEquals(receive.spanId(), publish.parentId());
      assertEquals("chat-gateway", receive.service());
      assertEquals("history-service", append.service());
      assertEquals(receive.resource(), publish.resource());
      List<ExportedSpan> deliveries = all("deliver message", trace);
      assertEquals(
          List.of(publish.spanId(), publish.spanId()),
          deliveries.stream().map(ExportedSpan::parentId).toList());
      assertTrue(deliveries.stream().anyMatch(it -> it.resource().equals(receive.resource())));
      assertNotEquals(deliveries.get(0).resource(), deliveries.get(1).resource());
    }
  }

  @Test
  void messagesThatAreAppendedTogetherAreTracesOfTheirOwn() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    try (TestingChatClient adas = ada.secondProtocol(stack.gateway(0))) {
      adas.await("presence");
      IntStream.range(0, 100).forEach(i -> adas.chat("c-" + i, "hello " + i, ada.username()));
      Set<String> traces = new HashSet<>();
      boolean together = false;
      for (JsonNode ack : adas.awaitAll(TestingChatClient.isOfType("ack"), 100, LIMIT)) {
        ExportedSpan append = the("append message", await(ack, 4));
        traces.add(append.traceId());
        together |= !append.attributes().get("parley.batch.messages").equals("1");
      }
      assertEquals(100, traces.size());
      assertTrue(together, "every message went alone");
    }
  }

  @Test
  void noSpanHasATokenOrWhatWasSaidInIt() {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    String content = "nobody's business " + RandomLetters.of(12);
    TestingAccount device = ada.onAnotherDevice();
    ada.http().get("/messages/global?token=" + device.token());
    try (TestingChatClient byQuery = ada.firstProtocol(stack.gateway(0));
        TestingChatClient byHeader = device.secondProtocol(stack.gateway(1))) {
      byQuery.await("user_list_update");
      byHeader.await("presence");
      byHeader.chat("c-1", content, ada.username());
      traceOf(byHeader.await("ack"));
    }
    String told = stack.traces().everything();
    Secrets secrets = stack.secrets();
    Stream.of(
            ada.token(),
            device.token(),
            ada.password(),
            ada.username(),
            content,
            "token=",
            secrets.serviceSecret(),
            secrets.redisPassword(),
            secrets.postgresPassword())
        .forEach(secret -> assertFalse(told.contains(secret), () -> "told: " + secret));
  }

  private List<ExportedSpan> traceOf(JsonNode ack) {
    return await(ack, STEPS);
  }

  /** All spans of the message that this acknowledges, once there are so many. */
  private List<ExportedSpan> await(JsonNode ack, int count) {
    return Eventually.get(
        String.format(Locale.ROOT, "%d spans of %s", count, ack),
        LIMIT,
        () -> spansOf(ack),
        spans -> spans.size() == count);
  }

  private List<ExportedSpan> spansOf(JsonNode ack) {
    List<ExportedSpan> all = stack.traces().spans();
    Set<String> traces =
        all.stream()
            .filter(span -> isOf(ack, span))
            .map(ExportedSpan::traceId)
            .collect(Collectors.toSet());
    return all.stream().filter(span -> traces.contains(span.traceId())).toList();
  }

  private static boolean isOf(JsonNode ack, ExportedSpan span) {
    return ack.get("conversation").asText().equals(span.attributes().get("parley.conversation"))
        && ack.get("seq").asText().equals(span.attributes().get("parley.seq"));
  }

  private static ExportedSpan the(String name, List<ExportedSpan> trace) {
    List<ExportedSpan> found = all(name, trace);
    assertEquals(1, found.size(), () -> name + " in " + trace);
    return found.getFirst();
  }

  private static List<ExportedSpan> all(String name, List<ExportedSpan> trace) {
    return trace.stream().filter(span -> span.name().equals(name)).toList();
  }
}
