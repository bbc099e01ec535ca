package dev.parley.fuzz.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Corrupts bytes. */
final class Mutation {

  private Mutation() {}

  /** The bytes with a few of them changed, left out or doubled, or with the end cut off. */
  static byte[] ofBytes(Dice dice, byte... good) {
    byte[] bad = good.clone();
    for (int changes = 1 + dice.below(4); changes > 0 && bad.length > 0; changes--) {
      bad = changed(dice, bad);
    }
    return bad;
  }

  /** The same for a text in which each character is a byte. */
  static String ofText(Dice dice, String good) {
    byte[] bad = ofBytes(dice, good.getBytes(StandardCharsets.ISO_8859_1));
    return new String(bad, StandardCharsets.ISO_8859_1);
  }

  private static byte[] changed(Dice dice, byte... bytes) {
    int at = dice.below(bytes.length);
    return switch (dice.below(5)) {
      case 0 -> without(bytes, at);
      case 1 -> Arrays.copyOf(bytes, at);
      case 2 -> doubled(bytes, at);
      default -> {
        int other = dice.oneOf(dice.below(256), 0xff, 0xc0, 0xed, 0x00);
        bytes[at] = (byte) other;
        yield bytes;
      }
    };
  }

  private static byte[] without(byte[] bytes, int at) {
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
    System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
    return shorter;
  }

  private static byte[] doubled(byte[] bytes, int at) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
    return longer;
  }
}
