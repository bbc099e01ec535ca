package dev.parley.system.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.raw.RawFrame;
import dev.parley.client.raw.RawSocket;
import dev.parley.client.socket.ClosedSocket;
import dev.parley.system.stack.Bystander;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * G7: frames that break the WebSocket protocol or its limits end their connection, with a close
 * code (RFC 6455, 7.4.1) or without a word (1006), and no other connection.
 */
@WithStack
class BrokenFramesTest {

  private static final int LOST = 1006;
  private static final int NO_STATUS = 1005;
  private static final int PROTOCOL_ERROR = 1002;
  private static final int TOO_BIG = 1009;

  private final RunningStack stack;
  private final TestingAccount ada;
  private final Bystander bystander;

  BrokenFramesTest(RunningStack stack) {
    this.stack = stack;
    ada = TestingAccount.register(stack.edge(), "ada");
    bystander = new Bystander(stack);
  }

  @AfterEach
  void everybodyElseGoesOnAndNothingWasStored() {
    bystander.assertUndisturbed();
    String history = ada.me().get("/messages/global").expect(200).body();
    assertFalse(history.contains("xxxx"), "a part of an oversized message was stored");
    bystander.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {70_000, 200_000, 4_000_000})
  void anOversizedFrameEndsItsConnection(int size) {
    try (RawSocket socket = RawSocket.open(stack.gateway(0), ada.token())) {
      socket.send(RawFrame.WHOLE_TEXT, message(size));
      assertEndedWith(Set.of(TOO_BIG, LOST), socket.closed());
    }
  }

  @Test
  void soItDoesThroughTheEdge() {
    try (RawSocket socket = RawSocket.open(stack.edge(), ada.token())) {
      socket.send(RawFrame.WHOLE_TEXT, message(70_000));
      assertEndedWith(Set.of(TOO_BIG, LOST), socket.closed());
    }
  }

  @Test
  void anOversizedMessageInSmallFramesIsClosedWith1009() {
    TestingChatClient socket = ada.firstProtocol(stack.gateway(0));
    socket.await("user_list_update");
    String part = "x".repeat(20_000);
    socket.sendFragmented("{\"content\":\"", part, part, part, part, "\"}");
    assertEquals(TOO_BIG, socket.closeCode());
  }

  @Test
  void aFrameThatIsNotMaskedEndsItsConnection() {
    try (RawSocket socket = RawSocket.open(stack.gateway(0), ada.token())) {
      socket.write(new RawFrame(RawFrame.WHOLE_TEXT, message(100)).bytesWithoutMask());
      assertEndedWith(Set.of(PROTOCOL_ERROR, LOST), socket.closed());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x83, 0x8B, 0x80, 0x09, 0x91, 0xA1, 0xC1})
  void aFrameOfNoKnownKindEndsItsConnection(int firstByte) {
    try (RawSocket socket = RawSocket.open(stack.gateway(0), ada.token())) {
      socket.send(firstByte, message(100));
      assertEndedWith(Set.of(PROTOCOL_ERROR, LOST), socket.closed());
    }
  }

  @Test
  void aCloseFrameWithGarbageEndsItsConnection() {
    try (RawSocket socket = RawSocket.open(stack.gateway(0), ada.token())) {
      socket.send(0x88, new byte[] {0x00});
      assertEndedWith(Set.of(PROTOCOL_ERROR, LOST, NO_STATUS, 1007), socket.closed());
    }
  }

  private static void assertEndedWith(Set<Integer> codes, ClosedSocket closed) {
    assertTrue(codes.contains(closed.code()), closed.toString());
  }

  private static byte[] message(int size) {
    return ("{\"content\":\"" + "x".repeat(size) + "\"}").getBytes(StandardCharsets.UTF_8);
  }
}
