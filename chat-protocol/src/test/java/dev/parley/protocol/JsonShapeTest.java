package dev.parley.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.GatewayKey;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.LookUpUsers;
import dev.parley.protocol.internal.MoveReadMark;
import dev.parley.protocol.internal.NewMessage;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.protocol.internal.ReadLastPlaces;
import dev.parley.protocol.internal.ReadMessages;
import dev.parley.protocol.internal.StoredMessage;
import dev.parley.protocol.internal.TraceParent;
import dev.parley.protocol.internal.VerifySessions;
import dev.parley.protocol.redis.ReadMarkMoved;
import dev.parley.protocol.redis.SessionsRevoked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that crosses a wire comes back equal. */
class JsonShapeTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final User ADA = new User(new UserId(12), "ada");
  private static final User BOB = new User(new UserId(57), "bob");
  private static final SessionToken.Hash HASH = new SessionToken("secret").hash();
  private static final Sequence SEVEN = new Sequence(7);
  private static final TraceParent TRACE =
      new TraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  static Stream<Object> records() {
    NewMessage direct = NewMessage.of(ADA, BOB, new ClientId("c-1"), new MessageContent("hi"));
    NewMessage global = NewMessage.of(ADA, null, null, new MessageContent("hi"));
    ReadMessages.Range range = ReadMessages.Range.of(direct.conversation(), 7, 9);
    VerifiedSession session = new VerifiedSession(new SessionId(3), ADA.id(), "ada", NOW);
    return Stream.of(
        session,
        new VerifySessions.Request(List.of(HASH)),
        new VerifySessions.Answer(Map.of(HASH.value(), session)),
        new LookUpUsers.Request(List.of("Ada")),
        new LookUpUsers.Answer(Map.of("Ada", ADA)),
        new AppendMessages.Request(List.of(direct, global)),
        new AppendMessages.Request(List.of(direct, global), Map.of(1, TRACE)),
        new AppendMessages.Answer(
            List.of(new AppendMessages.Receipt(direct.conversation(), SEVEN, NOW, true))),
        new AppendMessages.Request(List.of(global.withKey(new GatewayKey("k".repeat(65))))),
        new ReadMessages.Request(List.of(range)),
        new ReadMessages.Answer(
            List.of(
                new ReadMessages.Stretch(range, List.of(StoredMessage.of(direct, SEVEN, NOW))))),
        new ListConversations.Request(List.of(ADA.id())),
        new ListConversations.Answer(
            Map.of(
                "12",
                List.of(
                    new ListConversations.Position(
                        ConversationId.GLOBAL, SEVEN, Sequence.NONE, 1)))),
        new ReadFeed.Answer(
            "812:800",
            true,
            true,
            List.of(new ReadFeed.Stretch(ConversationId.GLOBAL, SEVEN, SEVEN))),
        new ReadLastPlaces.Request(List.of(ConversationId.GLOBAL, direct.conversation())),
        new ReadLastPlaces.Answer(Map.of("global", SEVEN)),
        new MoveReadMark.Request(ADA.id(), SEVEN, "g1-42"),
        new MoveReadMark.Answer(SEVEN),
        new SessionsRevoked(List.of(new SessionId(3))),
        new ReadMarkMoved(ADA.id(), ConversationId.GLOBAL, SEVEN, null));
  }

  @ParameterizedTest
  @MethodSource("records")
  void comesBackEqual(Object original) throws Exception {
    String json = JSON.writeValueAsString(original);
    assertEquals(original, JSON.readValue(json, original.getClass()), json);
  }

  /** So that a history service of before there were traces gets what it knows. */
  @Test
  void anAppendOfWhatIsNotTracedSaysNothingOfTraces() throws Exception {
    NewMessage message = NewMessage.of(ADA, BOB, null, new MessageContent("hi"));
    String json = JSON.writeValueAsString(new AppendMessages.Request(List.of(message)));
    assertFalse(json.contains("traces"), json);
  }
}
