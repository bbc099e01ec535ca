package dev.parley.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Arrival;
import dev.parley.protocol.event.Departure;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.internal.FindConversations;
import dev.parley.protocol.internal.GatewayKey;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.LoadAccounts;
import dev.parley.protocol.internal.LookUpUsers;
import dev.parley.protocol.internal.MoveReadMark;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.protocol.internal.ReadLastSequences;
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
  private static final Emoji THUMB = new Emoji("👍");
  private static final ConversationId ROOM = new ConversationId.Room(34);
  private static final ConversationEntry ENTRY =
      new ConversationEntry(
          ROOM,
          Kind.ROOM,
          "ops",
          null,
          Role.MEMBER,
          new Sequence(1),
          SEVEN,
          Sequence.NONE,
          1,
          0,
          Notify.ALL,
          null,
          false,
          Visibility.PRIVATE);
  private static final TraceParent TRACE =
      new TraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  static Stream<Object> records() {
    ConversationId direct = ConversationId.between(ADA.id(), BOB.id());
    Command post =
        new Command(
            direct, ADA, BOB, new ClientId("c-1"), null, new Act.Post(new MessageContent("hi")));
    Command unkeyed =
        new Command(
            ConversationId.GLOBAL, ADA, null, null, null, new Act.Post(new MessageContent("hi")));
    ReadEvents.Range range = ReadEvents.Range.of(direct, 7, 9);
    VerifiedSession session = new VerifiedSession(new SessionId(3), ADA.id(), "ada", NOW);
    return Stream.of(
        session,
        new VerifySessions.Request(List.of(HASH)),
        new VerifySessions.Answer(Map.of(HASH.value(), session)),
        new LookUpUsers.Request(List.of("Ada"), List.of(BOB.id())),
        new LookUpUsers.Answer(Map.of("Ada", ADA), Map.of("57", BOB)),
        new AppendCommands.Request(List.of(post, unkeyed)),
        new AppendCommands.Request(List.of(post, unkeyed), Map.of(1, TRACE)),
        new AppendCommands.Request(List.of(unkeyed.withKey(new GatewayKey("k".repeat(65))))),
        new AppendCommands.Answer(
            List.of(
                new Receipt.Stored(direct, SEVEN, NOW, List.of()),
                new Receipt.Stored(ROOM, SEVEN, NOW, List.of(event(new EventBody.Deleted(SEVEN)))),
                new Receipt.Duplicate(direct, SEVEN, NOW),
                new Receipt.Unchanged(direct),
                new Receipt.Refused(ErrorCode.NOT_ALLOWED, null))),
        new ReadEvents.Request(List.of(range)),
        new ReadEvents.Answer(
            List.of(
                new ReadEvents.Found(range, SEVEN, List.of(event(new EventBody.Deleted(SEVEN)))))),
        new ListConversations.Request(List.of(ADA.id())),
        new ListConversations.Answer("e-1", Map.of("12", List.of(ENTRY))),
        new FindConversations.Request(List.of(new FindConversations.Asked(ADA.id(), ROOM))),
        new FindConversations.Answer(List.of(new FindConversations.Found(ADA.id(), ENTRY))),
        new LoadAccounts.Request(
            List.of(new LoadAccounts.Account(ADA, LoadAccounts.State.DEACTIVATED, 3))),
        new LoadAccounts.Answer(2),
        new ReadFeed.Answer(
            "812:800",
            true,
            true,
            List.of(new ReadFeed.Range(ConversationId.GLOBAL, SEVEN, SEVEN))),
        new ReadLastSequences.Request(List.of(ConversationId.GLOBAL, direct)),
        new ReadLastSequences.Answer(Map.of("global", SEVEN)),
        new MoveReadMark.Request(ADA.id(), SEVEN, true, "g1-42"),
        new MoveReadMark.Answer(SEVEN),
        new SessionsRevoked(List.of(new SessionId(3))),
        new ReadMarkMoved(ADA.id(), ConversationId.GLOBAL, SEVEN, null));
  }

  static Stream<Object> acts() {
    return Stream.of(
            new Act.Post(new MessageContent("hi")),
            new Act.Edit(SEVEN, new MessageContent("hi")),
            new Act.Delete(SEVEN),
            new Act.React(SEVEN, THUMB, false),
            new Act.Pin(SEVEN, true),
            new Act.Join(),
            new Act.Leave(BOB.id()),
            new Act.AddMember(BOB),
            new Act.RemoveMember(BOB.id()),
            new Act.Ban(BOB),
            new Act.Unban(BOB.id()),
            new Act.ChangeRole(BOB.id(), Role.OWNER),
            new Act.ChangeRoom(
                "ops", null, Visibility.PRIVATE, Posters.OWNERS, new Act.EditWindow(null), true),
            new Act.ChangeSettings(Notify.NOTHING, NOW))
        .map(act -> new Command(ROOM, ADA, null, null, null, act));
  }

  static Stream<Object> events() {
    return Stream.of(
            new EventBody.Posted("hi", "bob", false, null, SEVEN, false),
            new EventBody.Posted("", null, false, "ops", SEVEN, true),
            new EventBody.Edited(SEVEN, null),
            new EventBody.Deleted(SEVEN),
            new EventBody.Reacted(SEVEN, THUMB, true),
            new EventBody.Pinned(SEVEN, false),
            new EventBody.Joined(BOB, Arrival.INVITED, Role.MODERATOR),
            new EventBody.Left(BOB, Departure.BANNED),
            new EventBody.RoleChanged(BOB, Role.OWNER),
            new EventBody.RoomChanged("ops", "", Visibility.PUBLIC, Posters.MEMBERS, 3600, false),
            new EventBody.Added(ENTRY, SEVEN),
            new EventBody.Removed(ROOM, SEVEN),
            new EventBody.SettingsChanged(ROOM, Notify.ALL, NOW),
            new EventBody.Unknown("thrown_confetti"))
        .map(JsonShapeTest::event);
  }

  private static Event event(EventBody body) {
    return new Event(ROOM, new Sequence(9), ADA, NOW, new ClientId("c-1"), body);
  }

  @ParameterizedTest
  @MethodSource({"records", "acts", "events"})
  void comesBackEqual(Object original) throws Exception {
    String json = JSON.writeValueAsString(original);
    assertEquals(original, JSON.readValue(json, original.getClass()), json);
  }

  /** So that a history service of before there were traces gets what it knows. */
  @Test
  void anAppendOfWhatIsNotTracedSaysNothingOfTraces() throws Exception {
    Command command =
        new Command(
            ConversationId.GLOBAL, ADA, null, null, null, new Act.Post(new MessageContent("hi")));
    String json = JSON.writeValueAsString(new AppendCommands.Request(List.of(command)));
    assertFalse(json.contains("traces"), json);
  }

  /** Clients of the first protocol get this frame as well, with the fields that they know. */
  @Test
  void aMessageIsOneFlatObject() throws Exception {
    Event event =
        new Event(
            ConversationId.GLOBAL,
            SEVEN,
            ADA,
            NOW,
            null,
            new EventBody.Posted("hi", null, true, null, SEVEN, false));
    assertEquals(
        """
        {"type":"chat","conversation":"global","seq":7,"sender_id":12,"sender":"ada",\
        "timestamp":"2026-01-02T03:04:05.678901","content":"hi","recipient":null,\
        "is_global":true,"content_seq":7}""",
        JSON.writeValueAsString(event));
  }

  @Test
  void whatTheServerDoesHasNoSender() throws Exception {
    Event event = new Event(ROOM, SEVEN, null, NOW, null, new EventBody.Deleted(new Sequence(3)));
    String json = JSON.writeValueAsString(event);
    assertTrue(json.contains("\"sender_id\":null,\"sender\":null"), json);
    assertEquals(event, JSON.readValue(json, Event.class));
  }
}
