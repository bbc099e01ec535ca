package dev.parley.fuzz.input;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes paths and queries. */
final class Target {

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*\\}");

  private Target() {}

  /** The operation's path with a value for each name, and perhaps a query. */
  static String of(Dice dice, Operation operation) {
    String path =
        PARAMETER
            .matcher(operation.path())
            .replaceAll(name -> Matcher.quoteReplacement(segment(dice)));
    if (dice.onceIn(25)) {
      path = odd(dice, path);
    }
    return path + query(dice, operation);
  }

  static String segment(Dice dice) {
    return switch (dice.below(4)) {
      case 0 -> dice.oneOf("global", "dm-1-2", "dm-1-1", "1", "42", Words.WITNESS);
      case 1 -> encoded(Words.nasty(dice));
      case 2 -> encoded(encoded(Words.nasty(dice)));
      default -> dice.oneOf("%", "%zz", "%c0%af", "%ff", "%00", "..", ".", ";a=b", "+", "*", "~");
    };
  }

  /** A spelling of the path that tries to get around the routes. */
  private static String odd(Dice dice, String path) {
    return dice.oneOf(
        "/" + path,
        path + "/",
        path + "/.",
        path + ";x=y",
        path + "%2f",
        "/users/.." + path,
        "/users/%2e%2e" + path,
        "/./" + path,
        path.replace('e', 'E'),
        path.replace("/", "\\"),
        "http://elsewhere.example" + path);
  }

  private static String query(Dice dice, Operation operation) {
    StringBuilder query = new StringBuilder();
    for (String name : operation.query()) {
      if (!dice.onceIn(3)) {
        query.append('&').append(name).append('=').append(value(dice));
      }
    }
    if (dice.onceIn(10)) {
      query.append(
          dice.oneOf("&", "&=", "&a", "&%", "&limit=1&limit=x", "&token={token}", "&a[]=1"));
    }
    return query.isEmpty() ? "" : "?" + query.substring(1);
  }

  private static String value(Dice dice) {
    return dice.onceIn(2)
        ? Integer.toString(dice.below(300) - 5)
        : dice.oneOf(encoded(Words.nasty(dice)), "%", "%zz", "%ff%fe", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
