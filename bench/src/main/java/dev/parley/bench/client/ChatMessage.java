package dev.parley.bench.client;

import dev.parley.client.Destination;
import dev.parley.client.frame.Command;
import dev.parley.client.frame.FrameWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The messages that clients of the second protocol send: made once, and filled in. */
public final class ChatMessage {

  private static final String CLIENT_ID = "b-000000000000";
  private static final int ID_WIDTH = CLIENT_ID.length() - 2;
  private static final int NAME_WIDTH = 5;

  /** Never the same twice in a run: Parley stores each only once. */
  private static long lastId;

  private final byte[] json;
  private final int idAt;
  private final int contentAt;
  private final int recipientAt;

  private ChatMessage(Destination to, int contentLength) {
    String content = new String(Content.template(contentLength), StandardCharsets.US_ASCII);
    String text = FrameWriter.write(new Command.Chat(CLIENT_ID, content, to.recipient()));
    this.json = text.getBytes(StandardCharsets.US_ASCII);
    this.idAt = text.indexOf(CLIENT_ID) + CLIENT_ID.length() - ID_WIDTH;
    this.contentAt = text.indexOf(content);
    this.recipientAt = text.lastIndexOf(Roster.NAME_PREFIX) + Roster.NAME_PREFIX.length();
  }

  public static ChatMessage toEverybody() {
    return new ChatMessage(Destination.EVERYBODY, Content.LENGTH);
  }

  /** To one user, whose number is filled in. */
  public static ChatMessage toOne() {
    return toOne(Content.LENGTH);
  }

  /** With a content of another length, in bytes. */
  public static ChatMessage toOne(int contentLength) {
    return new ChatMessage(Destination.direct(0, 0, nameOf(0)), contentLength);
  }

  /** The bytes are good until the next call; on the event loop. */
  public byte[] fill(long nanos, int sender) {
    Digits.write(json, idAt, ID_WIDTH, ++lastId);
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
