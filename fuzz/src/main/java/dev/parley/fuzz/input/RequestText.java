package dev.parley.fuzz.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Builds an HTTP/1.1 request. */
final class RequestText {

  private static final List<String> NAMES =
      List.of(
          "Accept",
          "Accept-Encoding",
          "Accept-Language",
          "If-None-Match",
          "If-Modified-Since",
          "Range",
          "User-Agent",
          "Origin",
          "Referer",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "Forwarded",
          "X-HTTP-Method-Override",
          "Parley-Service-Secret",
          "Cookie",
          "Expect",
          "Te",
          "Upgrade",
          "Connection",
          "Access-Control-Request-Method");

  private final Dice dice;
  private final StringBuilder headers = new StringBuilder();
  private String method = "GET";
  private String path = "/";
  private byte[] body = new byte[0];
  private boolean chunked;
  private boolean wellFormed = true;

  RequestText(Dice dice) {
    this.dice = dice;
  }

  void method(String name) {
    method = name;
    wellFormed &= name.chars().allMatch(letter -> letter < 128);
  }

  void path(String target) {
    path = target;
    wellFormed &= target.startsWith("/") && !target.contains("\\");
  }

  void header(String name, String value) {
    headers.append(name).append(": ").append(value).append("\r\n");
  }

  /** A hostile value. */
  void nonsense(String name) {
    String value = Words.nasty(dice);
    wellFormed &= value.chars().allMatch(letter -> letter >= ' ' && letter < 127);
    header(name, value);
  }

  /** Adds headers that a service might look at. */
  void someHeaders() {
    if (dice.onceIn(2)) {
      header(
          "Content-Type",
          dice.oneOf("application/json", "text/plain", "application/xml", "*/*", "x"));
    }
    for (int i = dice.below(3); i > 0; i--) {
      String name = dice.oneOf(NAMES);
      wellFormed &= !List.of("Expect", "Connection", "Upgrade", "Te").contains(name);
      nonsense(name);
    }
    if (dice.onceIn(50)) {
      wellFormed = false;
      header("X-Long", "a".repeat(dice.below(40_000)));
    }
  }

  void body(byte... content) {
    body = content.clone();
    chunked = dice.onceIn(5);
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  boolean isWellFormed() {
    return wellFormed;
  }

  /** Each character is a byte (ISO 8859-1). */
  String text() {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    append(request, "%s %s HTTP/1.1\r\nHost: {host}\r\n%s".formatted(method, path, headers));
    append(request, chunked ? "Transfer-Encoding: chunked\r\n\r\n" : length());
    request.writeBytes(chunked ? inChunks() : body);
    return request.toString(StandardCharsets.ISO_8859_1);
  }

  private String length() {
    return body.length == 0
        ? "\r\n"
        : String.format(Locale.ROOT, "Content-Length: %d\r\n\r\n", body.length);
  }

  private byte[] inChunks() {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    int half = body.length / 2;
    appendChunk(chunks, Arrays.copyOf(body, half));
    appendChunk(chunks, Arrays.copyOfRange(body, half, body.length));
    append(chunks, "0\r\n\r\n");
    return chunks.toByteArray();
  }

  private static void appendChunk(ByteArrayOutputStream chunks, byte... content) {
    if (content.length > 0) {
      append(chunks, Integer.toHexString(content.length) + "\r\n");
      chunks.writeBytes(content);
      append(chunks, "\r\n");
    }
  }

  private static void append(ByteArrayOutputStream to, String text) {
    to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
