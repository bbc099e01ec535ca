package dev.parley.protocol.relay;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.TraceParent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Events on the relay's channel. Each is two lines: where it belongs and what it is, then its
 * frame. JSON has no line breaks in it, so a reader parses none of it.
 *
 * <pre>
 * dm-12-57 7 chat 12
 * {"type":"chat",…}
 * room-34 8 left 61 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01
 * {"type":"left",…}
 * </pre>
 */
public final class RelayCodec {

  /** Redis cuts off a subscriber for which too much waits; it need not be one payload. */
  private static final int MAX_PAYLOAD_CHARACTERS = 64 * 1024;

  private RelayCodec() {}

  /** Payloads of a bounded length, which together have all of the events in their order. */
  public static List<String> encode(List<RelayedEvent> events) {
    List<String> payloads = new ArrayList<>(1);
    StringBuilder lines = new StringBuilder();
    for (RelayedEvent event : events) {
      append(event, lines);
      if (lines.length() >= MAX_PAYLOAD_CHARACTERS) {
        payloads.add(lines.toString());
        lines.setLength(0);
      }
    }
    if (!lines.isEmpty()) {
      payloads.add(lines.toString());
    }
    return payloads;
  }

  private static void append(RelayedEvent event, StringBuilder lines) {
    lines.append(lines.isEmpty() ? "" : "\n");
    lines.append(event.conversation()).append(' ').append(event.seq());
    lines.append(' ').append(event.type()).append(' ').append(event.subject());
    if (event.trace() != null) {
      lines.append(' ').append(event.trace());
    }
    lines.append('\n').append(event.json());
  }

  /**
   * Reads what {@link #encode} wrote. An event that this version does not understand is left out;
   * whoever misses it reads it from the history service.
   */
  public static List<RelayedEvent> decode(String payload) {
    List<RelayedEvent> events = new ArrayList<>();
    Iterator<String> lines = payload.lines().iterator();
    while (lines.hasNext()) {
      String[] head = lines.next().split(" ", -1);
      if (lines.hasNext()) {
        add(head, lines.next(), events);
      }
    }
    return events;
  }

  private static void add(String[] head, String json, List<RelayedEvent> events) {
    try {
      events.add(
          new RelayedEvent(
              ConversationId.parse(head[0]),
              new Sequence(Long.parseLong(head[1])),
              head[2],
              Long.parseLong(head[3]),
              json,
              head.length > 4 ? new TraceParent(head[4]) : null));
    } catch (IllegalArgumentException | IndexOutOfBoundsException notUnderstood) {
      // Of a newer version: the order of its conversation, if there is one here, fetches it.
    }
  }
}
