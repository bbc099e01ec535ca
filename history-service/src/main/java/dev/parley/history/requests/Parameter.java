package dev.parley.history.requests;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.StorableText;
import dev.parley.protocol.UserId;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads what stands in a URL; a 400 says what is wrong with it. */
public final class Parameter {

  /** Java reads the digits of every script, and a plus; a URL has neither. */
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

  private Parameter() {}

  public static ConversationId conversation(String name) {
    return valid(() -> ConversationId.parse(name));
  }

  public static ConversationId.Room room(String id) {
    return optional("room id", id, ConversationId.Room::new)
        .orElseThrow(() -> invalid("A room id is required"));
  }

  public static UserId user(String id) {
    return optional("user id", id, UserId::new).orElseThrow(() -> invalid("A user id is required"));
  }

  /** A user that came in a body. */
  public static UserId user(long id) {
    return valid(() -> new UserId(id));
  }

  /** The last user of the page before; 0 if there was none. */
  public static long afterUser(String id) {
    return optional("after", id, UserId::new).map(UserId::value).orElse(0L);
  }

  /** Any text that the database can compare with. */
  public static String text(String name, String text) {
    if (!StorableText.isStorable(text)) {
      throw invalid(name + " has characters that cannot be stored");
    }
    return text;
  }

  public static Optional<Sequence> sequence(String name, String text) {
    return optional(name, text, Sequence::new);
  }

  /** A sequence that came in a body. */
  public static Sequence sequence(String name, long value) {
    return inRange(name, value, Sequence::new);
  }

  public static int limit(String text, int byDefault, int max) {
    long limit = optional("limit", text, number -> number).orElse((long) byDefault);
    if (limit < 1 || limit > max) {
      throw invalid("limit must be between 1 and " + max);
    }
    return Math.toIntExact(limit);
  }

  private static <T> Optional<T> optional(String name, String text, LongFunction<T> type) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(inRange(name, number(name, text), type));
  }

  private static long number(String name, String text) {
    if (!INTEGER.matcher(text).matches()) {
      throw invalid(name + " must be an integer between 0 and 9007199254740991");
    }
    return Long.parseLong(text);
  }

  private static <T> T inRange(String name, long value, LongFunction<T> type) {
    try {
      return type.apply(value);
    } catch (IllegalArgumentException e) {
      throw invalid(name + ": " + e.getMessage());
    }
  }

  /** What the protocol's types refuse, with their own sentence. */
  public static <T> T valid(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  public static ParleyException invalid(String sentence) {
    return new ParleyException(ErrorCode.INVALID_FIELD, sentence);
  }
}
