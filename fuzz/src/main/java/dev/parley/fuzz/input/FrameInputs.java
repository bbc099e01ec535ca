package dev.parley.fuzz.input;

import dev.parley.client.raw.RawFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The inputs for an open WebSocket. */
final class FrameInputs {

  private static final int TEXT = RawFrame.FIN | RawFrame.TEXT;
  private static final int NORMAL = 1000;
  private static final int LARGEST_CONTROL = 125;
  private static final int LARGEST_MESSAGE = 65_536;
  private static final int LARGEST_FRAME = 262_144;

  private FrameInputs() {}

  static Input draw(Dice dice) {
    return switch (dice.below(40)) {
      case 0 -> broken("reserved bits", new RawFrame(TEXT | bit(dice), payload(dice)).bytes());
      case 1 -> broken("unknown opcode", new RawFrame(unknown(dice), payload(dice)).bytes());
      case 2 -> broken("no mask", new RawFrame(TEXT, payload(dice)).bytesWithoutMask());
      case 3 -> broken("long control", longControl(dice));
      case 4 -> broken("control in parts", new RawFrame(control(dice), dice.bytes(5)).bytes());
      case 5 -> broken("continuation of nothing", continuation(dice));
      case 6 -> broken("text within text", textWithinText(dice));
      case 7 -> broken("negative length", RawFrame.head(TEXT, Long.MIN_VALUE + dice.below(1000)));
      case 8 -> tooMuch("large frame", RawFrame.head(TEXT, announced(dice)));
      case 9 -> tooMuch("large message", largeMessage(dice));
      case 10 -> close(dice);
      case 11 -> any("random bytes", dice.bytes(1 + dice.below(200)));
      case 12, 13 -> any("mutated frame", Mutation.ofBytes(dice, whole(dice)));
      case 14 -> any("half a frame", half(dice));
      case 15 ->
          any("long form of a length", new RawFrame(TEXT, payload(dice)).bytesWithLongLength());
      case 16 ->
          stays("binary", new RawFrame(RawFrame.FIN | RawFrame.BINARY, payload(dice)).bytes());
      case 17, 18 -> stays("control", smallControl(dice));
      case 19, 20, 21 -> stays("fragments", fragments(dice));
      case 22 -> slow(dice);
      case 23 -> stays("many at once", many(dice));
      default -> stays("text", whole(dice));
    };
  }

  private static Input stays(String kind, byte... bytes) {
    return new Input.Frames(kind, List.of(bytes), Outcome.STAYS);
  }

  private static Input broken(String kind, byte... bytes) {
    return new Input.Frames(kind, List.of(bytes), Outcome.BROKEN);
  }

  private static Input tooMuch(String kind, byte... bytes) {
    return new Input.Frames(kind, List.of(bytes), Outcome.TOO_MUCH);
  }

  private static Input any(String kind, byte... bytes) {
    return new Input.Frames(kind, List.of(bytes), Outcome.ANY);
  }

  private static byte[] payload(Dice dice) {
    return ClientFrames.payload(dice);
  }

  private static byte[] whole(Dice dice) {
    return new RawFrame(TEXT, payload(dice)).bytes();
  }

  private static int bit(Dice dice) {
    return 0x10 << dice.below(3);
  }

  private static int unknown(Dice dice) {
    return RawFrame.FIN | dice.oneOf(3, 4, 5, 6, 7, 0xB, 0xC, 0xD, 0xE, 0xF);
  }

  private static int control(Dice dice) {
    return dice.oneOf(RawFrame.CLOSE, RawFrame.PING, RawFrame.PONG);
  }

  private static byte[] smallControl(Dice dice) {
    int opcode = dice.oneOf(RawFrame.PING, RawFrame.PONG);
    return new RawFrame(RawFrame.FIN | opcode, dice.bytes(dice.below(LARGEST_CONTROL + 1))).bytes();
  }

  private static byte[] longControl(Dice dice) {
    byte[] payload = dice.bytes(LARGEST_CONTROL + 1 + dice.below(500));
    return new RawFrame(RawFrame.FIN | dice.oneOf(RawFrame.PING, RawFrame.PONG), payload).bytes();
  }

  private static byte[] continuation(Dice dice) {
    return new RawFrame(dice.oneOf(RawFrame.FIN, 0) | RawFrame.CONTINUATION, payload(dice)).bytes();
  }

  private static byte[] textWithinText(Dice dice) {
    return joined(
        List.of(
            new RawFrame(RawFrame.TEXT, payload(dice)).bytes(),
            new RawFrame(TEXT, payload(dice)).bytes()));
  }

  private static long announced(Dice dice) {
    return dice.oneOf((long) LARGEST_FRAME + 1, 1L << 31, 1L << 40, Long.MAX_VALUE);
  }

  /** The parts are allowed, but together they are too large. */
  private static byte[] largeMessage(Dice dice) {
    byte[] part = new byte[LARGEST_MESSAGE / 2];
    int content = dice.oneOf((int) ' ', (int) 'x', 0xff);
    Arrays.fill(part, (byte) content);
    RawFrame next = new RawFrame(RawFrame.CONTINUATION, part);
    return joined(List.of(new RawFrame(RawFrame.TEXT, part).bytes(), next.bytes(), next.bytes()));
  }

  private static Input close(Dice dice) {
    int code =
        dice.oneOf(0, 999, 1000, 1001, 1004, 1005, 1006, 1015, 2999, 3000, 4001, 4999, 65_535);
    ByteBuffer payload = ByteBuffer.allocate(Short.BYTES + dice.below(50)).putShort((short) code);
    return dice.onceIn(5)
        ? close(Outcome.closed(NORMAL), dice.bytes(dice.below(2)))
        : close(Outcome.closed(code), payload.array());
  }

  private static Input close(Outcome outcome, byte... payload) {
    byte[] frame = new RawFrame(RawFrame.FIN | RawFrame.CLOSE, payload).bytes();
    return new Input.Frames("close", List.of(frame), outcome);
  }

  private static byte[] half(Dice dice) {
    byte[] whole = whole(dice);
    return Arrays.copyOf(whole, 1 + dice.below(whole.length));
  }

  /** One message in parts, with pings between them. */
  private static byte[] fragments(Dice dice) {
    byte[] payload = payload(dice);
    List<byte[]> frames = new ArrayList<>();
    int opcode = RawFrame.TEXT;
    int from = 0;
    for (int part = dice.below(5); part > 0; part--) {
      int to = from + dice.below(payload.length - from + 1);
      frames.add(new RawFrame(opcode, Arrays.copyOfRange(payload, from, to)).bytes());
      if (dice.onceIn(2)) {
        frames.add(smallControl(dice));
      }
      opcode = RawFrame.CONTINUATION;
      from = to;
    }
    byte[] rest = Arrays.copyOfRange(payload, from, payload.length);
    frames.add(new RawFrame(RawFrame.FIN | opcode, rest).bytes());
    return joined(frames);
  }

  private static Input slow(Dice dice) {
    byte[] whole = fragments(dice);
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    for (int piece = dice.below(8); piece > 0; piece--) {
      int to = from + dice.below(whole.length - from + 1);
      pieces.add(Arrays.copyOfRange(whole, from, to));
      from = to;
    }
    pieces.add(Arrays.copyOfRange(whole, from, whole.length));
    return new Input.Frames("slow", pieces, Outcome.STAYS);
  }

  private static byte[] many(Dice dice) {
    List<byte[]> frames = new ArrayList<>();
    for (int i = dice.below(60); i >= 0; i--) {
      frames.add(dice.onceIn(3) ? smallControl(dice) : whole(dice));
    }
    return joined(frames);
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
