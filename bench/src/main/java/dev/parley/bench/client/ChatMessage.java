package dev.parley.bench.client;

import dev.parley.client.frame.Command;
import dev.parley.client.frame.FrameWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The messages that clients of the second protocol send. The bytes are made once, then filled in.
 */
public final class ChatMessage {

  private static final String CLIENT_ID = "b-000000000000";
  private static final int ID_WIDTH = CLIENT_ID.length() - 2;
  private static final int NAME_WIDTH = 5;
  private static final String ROOM = "room-0000000";
  private static final int ROOM_WIDTH = 7;

  /** Unique in a run, because Parley stores each id only once. */
  private static long lastId;

  private final byte[] json;
  private final int idAt;
  private final int contentAt;
  private final int recipientAt;
  private final int roomAt;

  private ChatMessage(Command command, String content) {
    String text = FrameWriter.write(command);
    this.json = text.getBytes(StandardCharsets.US_ASCII);
    this.idAt = text.indexOf(CLIENT_ID) + CLIENT_ID.length() - ID_WIDTH;
    this.contentAt = text.indexOf(content);
    this.recipientAt = text.lastIndexOf(Roster.NAME_PREFIX) + Roster.NAME_PREFIX.length();
    this.roomAt = text.indexOf(ROOM) + ROOM.length() - ROOM_WIDTH;
  }

  private static ChatMessage to(String recipient, int contentLength) {
    String content = content(contentLength);
    return new ChatMessage(new Command.Chat(CLIENT_ID, content, recipient), content);
  }

  private static String content(int length) {
    return new String(Content.template(length), StandardCharsets.US_ASCII);
  }

  public static ChatMessage toEverybody() {
    return to(null, Content.LENGTH);
  }

  /** A message to one user, whose number is filled in. */
  public static ChatMessage toOne() {
    return toOne(Content.LENGTH);
  }

  /** A message whose content has another length, in bytes. */
  public static ChatMessage toOne(int contentLength) {
    return to(nameOf(0), contentLength);
  }

  /** A message to a room, whose number of {@value #ROOM_WIDTH} digits is filled in. */
  public static ChatMessage toRoom() {
    String content = content(Content.LENGTH);
    return new ChatMessage(new Command.Post(ROOM, CLIENT_ID, content), content);
  }

  /** The bytes are valid until the next call. Call it on the event loop. */
  public byte[] fill(long nanos, int sender) {
    Digits.write(json, idAt, ID_WIDTH, ++lastId);
    Content.fill(json, contentAt, nanos, sender);
    return json;
  }

  public byte[] fill(long nanos, int sender, int recipient) {
    Digits.write(json, recipientAt, NAME_WIDTH, recipient);
    return fill(nanos, sender);
  }

  public byte[] fillRoom(long nanos, int sender, long room) {
    Digits.write(json, roomAt, ROOM_WIDTH, room);
    return fill(nanos, sender);
  }

  /** {@code bench00012}. */
  public static String nameOf(int user) {
    return Roster.NAME_PREFIX + String.format(Locale.ROOT, "%0" + NAME_WIDTH + "d", user);
  }
}
