package dev.parley.bench.client;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The {@code chat} frames of the second protocol that clients send: made once, and filled in. */
public final class ChatMessage {

  private static final String CLIENT_ID = "{\"type\":\"chat\",\"client_id\":\"b-";
  private static final int ID_WIDTH = 12;
  private static final int NAME_WIDTH = 5;

  /** Never the same twice in a run: Parley stores each only once. */
  private static long lastId;

  private final byte[] json;
  private final int contentAt;
  private final int recipientAt;

  private ChatMessage(String recipient, int contentLength) {
    String before = CLIENT_ID + "0".repeat(ID_WIDTH) + "\",\"content\":\"";
    String content = new String(Content.template(contentLength), StandardCharsets.US_ASCII);
    String text = before + content + "\",\"recipient\":" + recipient + "}";
    this.json = text.getBytes(StandardCharsets.US_ASCII);
    this.contentAt = before.length();
    this.recipientAt = text.length() - "\"}".length() - NAME_WIDTH;
  }

  public static ChatMessage toEverybody() {
    return new ChatMessage("null", Content.LENGTH);
  }

  /** To one user, whose number is filled in. */
  public static ChatMessage toOne() {
    return toOne(Content.LENGTH);
  }

  /** With a content of another length, in bytes. */
  public static ChatMessage toOne(int contentLength) {
    return new ChatMessage(
        "\"" + Roster.NAME_PREFIX + "0".repeat(NAME_WIDTH) + "\"", contentLength);
  }

  /** The bytes are good until the next call; on the event loop. */
  public byte[] fill(long nanos, int sender) {
    Digits.write(json, CLIENT_ID.length(), ID_WIDTH, ++lastId);
    Content.fill(json, contentAt, nanos, sender);
    return json;
  }

  public byte[] fill(long nanos, int sender, int recipient) {
    Digits.write(json, recipientAt, NAME_WIDTH, recipient);
    return fill(nanos, sender);
  }

  /** {@code bench00012}. */
  public static String nameOf(int user) {
    return Roster.NAME_PREFIX + String.format(Locale.ROOT, "%0" + NAME_WIDTH + "d", user);
  }
}
