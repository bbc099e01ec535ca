package dev.parley.gateway.message;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.TraceParent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Messages on the relay's channel, as lines: for each message its conversation, place and sender,
 * and where it is traced its {@link TraceParent}; then its {@code chat} frame, and in a direct
 * conversation its {@code chat_sent} frame. JSON has no line breaks in it, so a reader parses none
 * of it.
 *
 * <pre>
 * dm-12-57 7 12
 * {"type":"chat",…}
 * {"type":"chat_sent",…}
 * global 8 12 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01
 * {"type":"chat",…}
 * </pre>
 */
final class RelayCodec {

  private static final String WRONG = "Not a relayed message: ";

  private RelayCodec() {}

  static String encode(List<RelayedMessage> messages) {
    StringBuilder lines = new StringBuilder(512 * messages.size());
    for (RelayedMessage message : messages) {
      lines.append(lines.isEmpty() ? "" : "\n");
      lines.append(message.conversation()).append(' ').append(message.seq());
      lines.append(' ').append(message.sender());
      if (message.trace() != null) {
        lines.append(' ').append(message.trace());
      }
      lines.append('\n').append(message.chat());
      if (message.chatSent() != null) {
        lines.append('\n').append(message.chatSent());
      }
    }
    return lines.toString();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  static List<RelayedMessage> decode(String payload) {
    List<RelayedMessage> messages = new ArrayList<>();
    Iterator<String> lines = payload.lines().iterator();
    while (lines.hasNext()) {
      messages.add(message(lines.next().split(" ", -1), lines));
    }
    return messages;
  }

  private static RelayedMessage message(String[] place, Iterator<String> lines) {
    if (place.length < 3 || place.length > 4) {
      throw new IllegalArgumentException(WRONG + "a place must have three or four parts");
    }
    ConversationId conversation = ConversationId.parse(place[0]);
    return new RelayedMessage(
        conversation,
        new Sequence(Long.parseLong(place[1])),
        new UserId(Long.parseLong(place[2])),
        next(lines),
        conversation instanceof ConversationId.Direct ? next(lines) : null,
        place.length == 4 ? new TraceParent(place[3]) : null);
  }

  private static String next(Iterator<String> lines) {
    if (!lines.hasNext()) {
      throw new IllegalArgumentException(WRONG + "a frame is missing");
    }
    return lines.next();
  }
}
