package dev.parley.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.client.raw.RawFrame;
import dev.parley.client.raw.RawSocket;
import dev.parley.fuzz.check.Memory;
import dev.parley.stack.ServiceProcess;
import dev.parley.system.stack.Bystander;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.ServiceMetrics;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A little of the attacker's for much of the server's. */
@WithStack
class AmplificationTest {

  private static final int TOO_SLOW = 4008;
  private static final int BATCHES = 400;
  private static final int PINGS_IN_A_BATCH = 1_000;

  private final RunningStack stack;
  private final TestingAccount eve;
  private final Bystander bystander;

  AmplificationTest(RunningStack stack) {
    this.stack = stack;
    eve = TestingAccount.register(stack.edge(), "eve");
    bystander = new Bystander(stack);
  }

  @AfterEach
  void everybodyElseGoesOn() {
    bystander.assertUndisturbed();
    bystander.close();
  }

  /** Each answer names everybody who is online: a few bytes for many. */
  @Test
  void whoAsksForTheListAgainAndAgainIsStopped() {
    assertStopped(Map.of("type", "request_user_list"));
  }

  /** Each may read hundreds of messages of a thousand conversations. */
  @Test
  void whoResumesAgainAndAgainIsStopped() {
    assertStopped(Map.of("type", "resume", "conversations", Map.of("global", 1_000_000_000)));
  }

  @Test
  void whoMovesReadMarksAgainAndAgainIsStopped() {
    long other = eve.id() + 1_000_000;
    String strangers = String.format(Locale.ROOT, "dm-%d-%d", other, other + 1);
    assertStopped(Map.of("type", "read", "conversation", strangers, "seq", 1));
  }

  /** Each costs little, and somebody may send very many. */
  @ParameterizedTest
  @ValueSource(strings = {"ping", "no such type", "typing"})
  void whoSendsFramesWithoutEndIsStopped(String type) {
    assertStopped(Map.of("type", type, "is_typing", true), 20_000);
  }

  private void assertStopped(Map<String, ?> frame) {
    assertStopped(frame, 3_000);
  }

  private void assertStopped(Map<String, ?> frame, int enough) {
    TestingChatClient socket = eve.secondProtocol(stack.gateway(0));
    socket.await("welcome");
    try {
      for (int i = 0; i < enough; i++) {
        socket.send(frame);
      }
    } catch (CompletionException closed) {
      // As expected: closeCode() tells why.
    }
    assertEquals(4009, socket.closeCode());
    JsonNode warning =
        socket.frames("error").stream()
            .filter(error -> error.get("code").asText().equals("too_many_requests"))
            .findFirst()
            .orElseThrow();
    assertTrue(warning.get("retry_after_ms").longValue() > 0, warning.toString());
  }

  /** The history service is asked once for all of them, and nothing is kept of them. */
  @Test
  void aResumeOfManyConversationsThatDoNotExistIsAnswered() {
    Map<String, Long> cursors = new LinkedHashMap<>();
    for (long other = 0; other < 1_000; other++) {
      cursors.put(
          String.format(Locale.ROOT, "dm-%d-%d", eve.id(), eve.id() + 1_000_000 + other), 0L);
    }
    TestingChatClient socket = eve.secondProtocol(stack.gateway(0), cursors);
    socket.awaitAll(
        frame -> frame.path("code").asText().equals("not_found"), 1_000, Duration.ofSeconds(20));
    socket.close();
  }

  /** More than a network takes before it waits: those that come then are not answered. */
  @Test
  void pongsDoNotPileUpForWhoDoesNotRead() {
    ServiceProcess gateway = stack.gatewayProcess(0);
    byte[] pings = pings();
    Memory before = Memory.of(List.of(gateway));
    try (RawSocket socket = RawSocket.open(stack.gateway(0), eve.token())) {
      for (int batch = 0; batch < BATCHES; batch++) {
        socket.write(pings);
      }
      assertEquals(List.of(), Memory.of(List.of(gateway)).since(before));
    }
  }

  /** It is told so, and is gone whether it reads that or not. */
  @Test
  void whoDoesNotReadIsShownOut() {
    ServiceMetrics gateway = new ServiceMetrics(List.of(stack.gatewayProcess(0)));
    long before = gateway.closedFor("too_slow");
    byte[] pings = pings();
    try (RawSocket socket = RawSocket.open(stack.gateway(0), eve.token())) {
      for (int batch = 0; gateway.closedFor("too_slow") == before; batch++) {
        assertTrue(batch < BATCHES, "it may leave as many pongs unread as it likes");
        socket.write(pings);
      }
      assertEquals(TOO_SLOW, socket.closed().code());
    }
  }

  private static byte[] pings() {
    byte[] ping = new RawFrame(RawFrame.FIN | RawFrame.PING, new byte[125]).bytes();
    ByteBuffer pings = ByteBuffer.allocate(PINGS_IN_A_BATCH * ping.length);
    while (pings.hasRemaining()) {
      pings.put(ping);
    }
    return pings.array();
  }

  @Test
  void aMessageThatBeginsWithNothingIsOneMessage() {
    try (RawSocket socket = RawSocket.open(stack.gateway(0), eve.token())) {
      String said = "after nothing " + eve.username();
      socket.send(RawFrame.TEXT, new byte[0]);
      socket.send(RawFrame.FIN | RawFrame.PING, new byte[0]);
      socket.send(RawFrame.CONTINUATION, new byte[0]);
      socket.send(
          RawFrame.FIN | RawFrame.CONTINUATION,
          "{\"content\":\"%s\"}".formatted(said).getBytes(StandardCharsets.UTF_8));
      bystander.socket().awaitChat(said);
      socket.send(RawFrame.WHOLE_TEXT, "{\"content\":\"next\"}".getBytes(StandardCharsets.UTF_8));
      bystander.socket().awaitChat("next");
    }
  }

  @Test
  void aNumberOfManyDigitsIsNotReckonedWith() {
    try (TestingChatClient socket = eve.secondProtocol(stack.gateway(0))) {
      socket.await("welcome");
      for (String number : List.of("9".repeat(60_000), "1e999999999", "1e-999999999", "-0")) {
        socket.sendText("{\"type\":\"read\",\"conversation\":\"global\",\"seq\":" + number + "}");
      }
      socket.sendText("{\"type\":\"ping\"}");
      socket.await("pong");
    }
  }

  @Test
  void aMessageOfManyEmptyPartsIsOneMessage() {
    try (RawSocket socket = RawSocket.open(stack.gateway(0), eve.token())) {
      String said = "in many parts " + eve.username();
      socket.send(RawFrame.TEXT, ("{\"content\":\"" + said).getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 20_000; i++) {
        socket.send(RawFrame.CONTINUATION, new byte[0]);
      }
      socket.send(RawFrame.FIN | RawFrame.CONTINUATION, "\"}".getBytes(StandardCharsets.UTF_8));
      bystander.socket().awaitChat(said);
    }
  }

  /** Heads that are never finished, while somebody else wants to be served. */
  @Test
  void halfRequestsKeepNobodyWaiting() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Socket socket = new Socket(stack.edge().getHost(), stack.edge().getPort());
        socket
            .getOutputStream()
            .write("POST /login HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      Http.at(stack.edge()).get("/users").expect(401);
      eve.me().get("/users").expect(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Who is refused and does not go is shown out. */
  @Test
  void aSocketThatWasRefusedDoesNotStay() throws IOException {
    try (Socket socket = new Socket(stack.gateway(0).getHost(), stack.gateway(0).getPort())) {
      socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      String request =
          """
          GET /ws?token=wrong HTTP/1.1\r
          Host: %s\r
          Connection: Upgrade\r
          Upgrade: websocket\r
          Sec-WebSocket-Version: 13\r
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
          \r
          """
              .formatted(stack.gateway(0).getAuthority());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertTrue(socket.getInputStream().readAllBytes().length > 0);
    }
  }
}
