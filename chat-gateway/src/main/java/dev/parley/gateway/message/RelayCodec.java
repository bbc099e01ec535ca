package dev.parley.gateway.message;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages of one conversation on the relay's channel, as lines: the conversation, then for each
 * message its place and sender, its {@code chat} frame, and in a direct conversation its {@code
 * chat_sent} frame. JSON has no line breaks in it, so a reader parses none of it.
 *
 * <pre>
 * dm-12-57
 * 7 12
 * {"type":"chat",…}
 * {"type":"chat_sent",…}
 * </pre>
 */
final class RelayCodec {

  private RelayCodec() {}

  static String encode(ConversationId conversation, List<RelayedMessage> messages) {
    StringBuilder lines = new StringBuilder(256 * messages.size()).append(conversation);
    for (RelayedMessage message : messages) {
      lines.append('\n').append(message.seq()).append(' ').append(message.sender());
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
    String[] lines = payload.split("\n", -1);
    ConversationId conversation = ConversationId.parse(lines[0]);
    int linesEach = conversation instanceof ConversationId.Direct ? 3 : 2;
    if (lines.length % linesEach != 1) {
      throw new IllegalArgumentException("A relayed message is incomplete");
    }
    List<RelayedMessage> messages = new ArrayList<>(lines.length / linesEach);
    for (int i = 1; i < lines.length; i += linesEach) {
      String[] place = lines[i].split(" ", -1);
      messages.add(
          new RelayedMessage(
              conversation,
              new Sequence(Long.parseLong(place[0])),
              new UserId(Long.parseLong(place[1])),
              lines[i + 1],
              linesEach == 3 ? lines[i + 2] : null));
    }
    return messages;
  }
}
