package dev.parley.protocol.relay;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.event.EventType;
import dev.parley.protocol.internal.TraceParent;
import java.util.Objects;

/**
 * A committed event as ready JSON, on its way to every gateway and on to the clients.
 *
 * @param type as the frame has it
 * @param subject what a gateway must know without reading the frame: the id of the user who {@code
 *     joined} or {@code left}, the {@code seq} of the message that was {@code edited} or {@code
 *     deleted}, the sender's id of a {@code chat}; else 0
 * @param json the frame, in one line
 * @param trace its publish, where it is traced, else null
 */
public record RelayedEvent(
    ConversationId conversation,
    Sequence seq,
    String type,
    long subject,
    String json,
    TraceParent trace) {

  public RelayedEvent {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(seq, "seq");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(json, "json");
  }

  /**
   * @param json what the event is as JSON
   */
  public static RelayedEvent of(Event event, String json, TraceParent trace) {
    return new RelayedEvent(
        event.conversation(),
        event.seq(),
        EventType.codeOf(event.body()),
        subject(event),
        json,
        trace);
  }

  private static long subject(Event event) {
    return switch (event.body()) {
      case EventBody.Posted posted -> event.sender() == null ? 0 : event.sender().id().value();
      case EventBody.Edited edited -> edited.target().value();
      case EventBody.Deleted deleted -> deleted.target().value();
      case EventBody.Joined joined -> joined.user().id().value();
      case EventBody.Left left -> left.user().id().value();
      case EventBody.Reacted reacted -> 0;
      case EventBody.Pinned pinned -> 0;
      case EventBody.RoleChanged changed -> 0;
      case EventBody.RoomChanged changed -> 0;
      case EventBody.Added added -> 0;
      case EventBody.Removed removed -> 0;
      case EventBody.SettingsChanged changed -> 0;
      case EventBody.Unknown unknown -> 0;
    };
  }

  public boolean is(EventType other) {
    return type.equals(other.code());
  }

  /** How much it is to keep and to send. */
  public int characters() {
    return json.length() + (trace == null ? 0 : trace.value().length());
  }
}
