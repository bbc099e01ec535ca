package dev.parley.client.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FramesTest {

  private static final String HEAD =
      "\"conversation\":\"room-34\",\"seq\":812,\"sender_id\":12,\"sender\":\"ada\","
          + "\"timestamp\":\"2026-11-22T09:30:00.123456\",";

  private static final Person BOB = new Person(57, "bob");

  /** What a server writes, and what a client reads there. */
  static Stream<Map.Entry<String, Event>> events() {
    return Map.<String, Event>ofEntries(
        Map.entry(
            "\"type\":\"edited\",\"target\":810,\"content\":\"Hi @bob\","
                + "\"mentions\":[{\"user\":57,\"start\":3,\"length\":4}]",
            new Event.Edited(810, "Hi @bob", List.of(new Mention(57, 3, 4)))),
        Map.entry(
            "\"type\":\"edited\",\"target\":810,\"content\":null",
            new Event.Edited(810, null, List.of())),
        Map.entry("\"type\":\"deleted\",\"target\":810", new Event.Deleted(810)),
        Map.entry(
            "\"type\":\"reacted\",\"target\":810,\"emoji\":\"👍\",\"on\":true",
            new Event.Reacted(810, "👍", true)),
        Map.entry("\"type\":\"pinned\",\"target\":810,\"on\":false", new Event.Pinned(810, false)),
        Map.entry(
            "\"type\":\"joined\",\"user\":{\"id\":57,\"username\":\"bob\"},"
                + "\"how\":\"invited\",\"role\":\"member\"",
            new Event.Joined(BOB, "invited", "member")),
        Map.entry(
            "\"type\":\"left\",\"user\":{\"id\":57,\"username\":\"bob\"},\"how\":\"removed\"",
            new Event.Left(BOB, "removed")),
        Map.entry(
            "\"type\":\"role_changed\",\"user\":{\"id\":57,\"username\":\"bob\"},"
                + "\"role\":\"moderator\"",
            new Event.RoleChanged(BOB, "moderator")),
        Map.entry(
            "\"type\":\"room_changed\",\"name\":\"ops\",\"topic\":\"t\","
                + "\"visibility\":\"private\",\"who_may_post\":\"members\",\"archived\":true",
            new Event.RoomChanged("ops", "t", "private", "members", true)),
        Map.entry(
            "\"type\":\"erased\",\"ranges\":[[1,4],[7,7]]",
            new Event.Erased(List.of(List.of(1L, 4L), List.of(7L, 7L)))),
        Map.entry(
            "\"type\":\"author_erased\",\"user\":{\"id\":57,\"username\":\"bob\"},\"up_to\":90",
            new Event.AuthorErased(BOB, 90)),
        Map.entry(
            "\"type\":\"removed\",\"in\":\"room-34\",\"at\":818",
            new Event.Removed("room-34", 818)),
        Map.entry(
            "\"type\":\"mentioned\",\"in\":\"room-34\",\"at\":812",
            new Event.Mentioned("room-34", 812)),
        Map.entry(
            "\"type\":\"mention_withdrawn\",\"in\":\"room-34\",\"at\":812",
            new Event.MentionWithdrawn("room-34", 812)),
        Map.entry(
            "\"type\":\"settings_changed\",\"in\":\"room-34\",\"notify\":\"mentions\","
                + "\"muted_until\":null",
            new Event.SettingsChanged("room-34", "mentions", null)),
        Map.entry("\"type\":\"of_next_year\",\"what\":1", new Event.Unknown("of_next_year")))
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsReadWithItsPlace(Map.Entry<String, Event> example) {
    assertEquals(
        new ServerFrame.Logged(
            "room-34", 812, 12L, "ada", "2026-11-22T09:30:00.123456", null, example.getValue()),
        FrameReader.read("{" + HEAD + example.getKey() + "}"));
  }

  @Test
  void anInvitationBringsTheRoom() {
    ServerFrame.Logged logged =
        logged(
            "\"type\":\"added\",\"at\":817,\"room\":{\"conversation\":\"room-34\","
                + "\"kind\":\"room\",\"name\":\"ops\",\"role\":\"member\",\"last_seq\":817}");
    Event.Added added = assertInstanceOf(Event.Added.class, logged.event());
    assertEquals(817, added.at());
    assertEquals("ops", added.room().name());
    assertEquals(817, added.room().lastSeq());
  }

  @Test
  void aMessageOfTheFirstProtocolIsOneOfBothProtocols() {
    ServerFrame.Logged logged =
        logged(
            "\"type\":\"chat_sent\",\"content\":\"Lunch?\",\"recipient\":\"bob\","
                + "\"is_global\":false,\"delivered\":true");
    Event.Posted posted = assertInstanceOf(Event.Posted.class, logged.event());
    assertEquals("Lunch?", posted.content());
    assertEquals("bob", posted.recipient());
    assertTrue(posted.delivered());
    assertFalse(posted.deleted());
    assertNull(posted.thread());
  }

  private static ServerFrame.Logged logged(String fields) {
    return assertInstanceOf(ServerFrame.Logged.class, FrameReader.read("{" + HEAD + fields + "}"));
  }

  @Test
  void readMarksAndAnswersHavePlacesButAreNoEvents() {
    assertEquals(
        new ServerFrame.Read("global", 12, null),
        FrameReader.read("{\"type\":\"read\",\"conversation\":\"global\",\"seq\":12}"));
    assertEquals(
        new ServerFrame.Ack("a", "global", 12, null, true, false),
        FrameReader.read(
            "{\"type\":\"ack\",\"client_id\":\"a\",\"conversation\":\"global\",\"seq\":12,"
                + "\"duplicate\":true}"));
    assertEquals(
        new ServerFrame.Resumed("dm-1-2", 0, false, "not_found"),
        FrameReader.read(
            "{\"type\":\"resumed\",\"conversation\":\"dm-1-2\",\"code\":\"not_found\"}"));
  }

  @Test
  void aFullPresenceIsNotADifference() {
    assertEquals(
        new ServerFrame.Presence(List.of(), List.of(), List.of()),
        FrameReader.read("{\"type\":\"presence\",\"full\":[]}"));
    assertEquals(
        new ServerFrame.Presence(null, List.of(BOB), List.of()),
        FrameReader.read("{\"type\":\"presence\",\"joined\":[{\"id\":57,\"username\":\"bob\"}]}"));
  }

  @Test
  void whatIsNoFrameIsKept() {
    assertEquals(new ServerFrame.Unreadable("<html>"), FrameReader.read("<html>"));
    assertEquals(new ServerFrame.Unreadable("[]"), FrameReader.read("[]"));
    assertEquals(new ServerFrame.Unknown("tune"), FrameReader.read("{\"type\":\"tune\"}"));
    assertInstanceOf(
        ServerFrame.Unreadable.class, FrameReader.read("{\"type\":\"presence\",\"full\":7}"));
  }

  @Test
  void whatAClientSendsHasItsTypeFirstAndNoNulls() {
    assertEquals("{\"type\":\"ping\"}", FrameWriter.write(new ClientFrame.Ping()));
    assertEquals(
        "{\"type\":\"resume\",\"conversations\":{\"dm-1-2\":8}}",
        FrameWriter.write(new ClientFrame.Resume(Map.of("dm-1-2", 8L))));
    assertEquals(
        "{\"type\":\"typing\",\"recipient\":\"bob\",\"is_typing\":true}",
        FrameWriter.write(new ClientFrame.Typing("bob", true)));
    assertEquals(
        "{\"type\":\"chat\",\"client_id\":\"a\",\"content\":\"Hello\"}",
        FrameWriter.write(new Command.Chat("a", "Hello", null)));
    assertEquals(
        "{\"type\":\"post\",\"conversation\":\"room-34\",\"client_id\":\"a\",\"content\":\"Hi\"}",
        FrameWriter.write(new Command.Post("room-34", "a", "Hi")));
    assertEquals(
        "{\"type\":\"react\",\"conversation\":\"room-34\",\"client_id\":\"a\",\"target\":810,"
            + "\"emoji\":\"👍\",\"on\":true}",
        FrameWriter.write(new Command.React("room-34", "a", 810, "👍", true)));
    assertEquals(
        "{\"type\":\"wave\",\"client_id\":\"a\",\"at\":\"bob\"}",
        FrameWriter.write(new Command.Other("wave", "a", WireJson.read("{\"at\":\"bob\"}"))));
  }
}
