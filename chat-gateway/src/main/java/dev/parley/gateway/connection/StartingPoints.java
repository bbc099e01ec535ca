package dev.parley.gateway.connection;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.ListConversations.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far each conversation of a user had come when the connection was greeted: what lies beyond
 * reaches it live, what lies before is history. Immutable.
 *
 * @param complete whether these are all that there were; of more than {@value
 *     ListConversations#MAX_CONVERSATIONS} only the latest are known
 */
public record StartingPoints(Map<ConversationId, Sequence> points, boolean complete) {

  public StartingPoints {
    points = Map.copyOf(points);
  }

  public static StartingPoints of(List<Position> positions) {
    return new StartingPoints(
        positions.stream().collect(Collectors.toMap(Position::conversation, Position::lastSeq)),
        positions.size() < ListConversations.MAX_CONVERSATIONS);
  }

  /** Empty if it is not known; a conversation that did not exist then starts at nothing. */
  public Optional<Sequence> of(ConversationId conversation) {
    Sequence point = points.get(conversation);
    return point == null && complete ? Optional.of(Sequence.NONE) : Optional.ofNullable(point);
  }
}
