package dev.parley.stack.edge;

import java.util.regex.Pattern;

/**
 * A path in its only plain spelling. Every spelling is refused that a service might also read as
 * {@code /internal}: dot segments, empty segments, {@code ;parameters}, backslashes, an encoded
 * separator, dot, percent sign or control character, and any encoded character in the first
 * segment, which decides where a request goes.
 */
record PlainPath(String path) {

  private static final Pattern ODD =
      Pattern.compile(
          "//|/\\.{1,2}(/|$)|[\\\\;#\\p{Cntrl} ]|%(2e|2f|5c|3b|25|7f|[01][0-9a-f])",
          Pattern.CASE_INSENSITIVE);

  boolean isPlain() {
    return path.startsWith("/") && !ODD.matcher(path).find() && !firstSegment().contains("%");
  }

  /** {@code "messages"} for {@code /messages/global}, the empty string for {@code /}. */
  String firstSegment() {
    int end = path.indexOf('/', 1);
    return path.substring(1, end < 0 ? path.length() : end);
  }
}
