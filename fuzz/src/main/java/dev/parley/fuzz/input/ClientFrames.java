package dev.parley.fuzz.input;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The payload of a text frame: something that a client of either protocol might say, or nearly so.
 */
final class ClientFrames {

  private static final int MOST_CONVERSATIONS = 40;

  private ClientFrames() {}

  /** Less than the 64 KiB that a message may have. */
  static byte[] payload(Dice dice) {
    byte[] payload = text(dice).getBytes(StandardCharsets.UTF_8);
    return dice.onceIn(6) ? Mutation.ofBytes(dice, payload) : payload;
  }

  private static String text(Dice dice) {
    Map<String, Object> good = good(dice);
    return switch (dice.below(8)) {
      case 0, 1 -> Json.write(good);
      case 2, 3, 4 -> Json.spoiled(dice, good);
      case 5 -> Json.misspelt(dice, Json.write(good));
      case 6 -> dice.onceIn(4) ? Json.monstrous(dice) : Json.write(Json.value(dice));
      default -> Words.nasty(dice);
    };
  }

  static Map<String, Object> good(Dice dice) {
    Map<String, Object> frame = new LinkedHashMap<>();
    switch (dice.below(8)) {
      case 0 -> chat(dice, frame);
      case 1 -> typing(dice, frame);
      case 2 -> frame.put("type", "request_user_list");
      case 3 -> resume(dice, frame);
      case 4 -> read(dice, frame);
      case 5 -> frame.put("type", "ping");
      case 6 -> chatToOneself(dice, frame);
      default -> frame.put("type", Words.nasty(dice));
    }
    return frame;
  }

  private static void chat(Dice dice, Map<String, Object> frame) {
    frame.put("type", "chat");
    frame.put("content", dice.onceIn(50) ? "x".repeat(dice.below(5_000)) : "a word");
    frame.put("recipient", dice.oneOf(null, "", "nobody-here", Words.nasty(dice)));
    frame.put("client_id", "c-" + dice.below(1_000_000));
  }

  private static void chatToOneself(Dice dice, Map<String, Object> frame) {
    frame.put("content", Words.nasty(dice));
    frame.put("recipient", Words.WITNESS);
  }

  private static void typing(Dice dice, Map<String, Object> frame) {
    frame.put("type", "typing");
    frame.put("is_typing", dice.onceIn(2));
    frame.put("recipient", dice.oneOf(null, "nobody-here", Words.nasty(dice)));
  }

  private static void resume(Dice dice, Map<String, Object> frame) {
    Map<String, Object> cursors = new LinkedHashMap<>();
    cursors.put("global", dice.below(100_000));
    for (int i = dice.below(MOST_CONVERSATIONS); i > 0; i--) {
      cursors.put("dm-" + dice.below(20) + "-" + dice.below(1_000), dice.below(100));
    }
    frame.put("type", "resume");
    frame.put("conversations", cursors);
  }

  private static void read(Dice dice, Map<String, Object> frame) {
    frame.put("type", "read");
    frame.put("conversation", dice.oneOf("global", "dm-1-2", Words.nasty(dice)));
    frame.put("seq", dice.below(100_000));
  }
}
