package dev.parley.fuzz.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes good and bad JSON. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int DEEPEST = 5_000;
  private static final int WIDEST = 2_000;
  private static final int MOST_LEVELS = 3;

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Any value, including objects with meaningful fields. */
  static Object value(Dice dice) {
    return value(dice, MOST_LEVELS);
  }

  private static Object value(Dice dice, int levels) {
    return switch (dice.below(levels == 0 ? 5 : 7)) {
      case 0 -> Words.nasty(dice);
      case 1 -> dice.anyLong();
      case 2 -> dice.below(5) - 1;
      case 3 -> dice.onceIn(2);
      case 4 -> dice.oneOf(1.5, -0.0, 1e300, null);
      case 5 -> list(dice, levels - 1);
      default -> object(dice, levels - 1);
    };
  }

  private static List<Object> list(Dice dice, int levels) {
    List<Object> list = new ArrayList<>();
    for (int i = dice.below(4); i > 0; i--) {
      list.add(value(dice, levels));
    }
    return list;
  }

  private static Map<String, Object> object(Dice dice, int levels) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = dice.below(5); i > 0; i--) {
      object.put(dice.onceIn(4) ? Words.nasty(dice) : Words.field(dice), value(dice, levels));
    }
    return object;
  }

  /** An object with one wrong field or value. */
  static String spoiled(Dice dice, Map<String, Object> good) {
    Map<String, Object> bad = new LinkedHashMap<>(good);
    String field = dice.onceIn(4) ? Words.field(dice) : dice.oneOf(new ArrayList<>(good.keySet()));
    if (dice.onceIn(4)) {
      bad.remove(field);
    } else {
      bad.put(field, value(dice));
    }
    return write(bad);
  }

  /** A value of hostile size or depth. */
  static String monstrous(Dice dice) {
    int depth = 1 + dice.below(DEEPEST);
    return switch (dice.below(5)) {
      case 0 -> "[".repeat(depth);
      case 1 -> "[".repeat(depth) + "]".repeat(depth);
      case 2 -> "{\"content\":".repeat(depth) + "1" + "}".repeat(depth);
      case 3 -> "{\"type\":" + "9".repeat(1 + dice.below(30_000)) + "}";
      default -> wide(dice);
    };
  }

  private static String wide(Dice dice) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = dice.below(WIDEST); i >= 0; i--) {
      object.put(Words.field(dice) + i, i);
    }
    return write(object);
  }

  /** The text with letters changed, doubled or cut out. */
  static String misspelt(Dice dice, String good) {
    StringBuilder bad = new StringBuilder(good);
    for (int changes = 1 + dice.below(4); changes > 0 && !bad.isEmpty(); changes--) {
      int at = dice.below(bad.length());
      switch (dice.below(4)) {
        case 0 -> bad.deleteCharAt(at);
        case 1 -> bad.insert(at, dice.oneOf("\"", "{", "}", "\\u", "\\", ",", ":", "\u0000"));
        case 2 -> bad.setCharAt(at, (char) dice.below(0xD800));
        default -> bad.insert(at, Words.nasty(dice));
      }
    }
    return bad.toString();
  }
}
