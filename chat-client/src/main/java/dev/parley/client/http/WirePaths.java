package dev.parley.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.frame.Person;
import dev.parley.client.frame.WireJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Paths and parts of answers. */
final class WirePaths {

  /** What a conversation's log is read from. */
  static final String LOG = "events";

  private WirePaths() {}

  /** Texts are escaped; numbers are written with the digits 0 to 9. */
  static String of(String format, Object... parts) {
    return String.format(Locale.ROOT, format, Stream.of(parts).map(WirePaths::escaped).toArray());
  }

  private static Object escaped(Object part) {
    return part instanceof String text
        ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")
        : part;
  }

  static Person person(JsonNode user) {
    return WireJson.convert(user, Person.class);
  }

  static <T> List<T> listOf(JsonNode list, Class<T> type) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(entry -> WireJson.convert(entry, type))
        .toList();
  }
}
