package dev.parley.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.ListConversations.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StartingPointsTest {

  private static final UserId ADA = new UserId(1);

  @Test
  void aConversationThatDidNotExistStartsAtNothing() {
    StartingPoints points = StartingPoints.of(List.of(position(ConversationId.GLOBAL, 7)));
    assertEquals(Optional.of(new Sequence(7)), points.of(ConversationId.GLOBAL));
    assertEquals(Optional.of(Sequence.NONE), points.of(with(2)));
  }

  @Test
  void ofMoreConversationsThanAreListedTheOthersAreNotKnown() {
    List<Position> latest =
        LongStream.rangeClosed(1, ListConversations.MAX_CONVERSATIONS)
            .mapToObj(user -> position(with(user), user))
            .toList();
    StartingPoints points = StartingPoints.of(latest);
    assertEquals(Optional.of(new Sequence(9)), points.of(with(9)));
    assertEquals(Optional.empty(), points.of(with(1_000)));
  }

  private static ConversationId with(long user) {
    return ConversationId.between(ADA, new UserId(user));
  }

  private static Position position(ConversationId conversation, long last) {
    return new Position(conversation, new Sequence(last), Sequence.NONE, 0);
  }
}
