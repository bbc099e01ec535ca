package dev.parley.chaos.check;

import static dev.parley.chaos.check.TestingRoom.NAME;
import static dev.parley.chaos.check.TestingRoom.shown;
import static dev.parley.chaos.check.TestingRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.Picture;
import dev.parley.chaos.evidence.Posts;
import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.client.frame.Command;
import dev.parley.client.frame.Event;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plants each violation into a clean run with a room; a check must find it. */
class RoomVerificationTest {

  private final TestingRun run = new TestingRun();

  @BeforeEach
  void addRoom() {
    TestingRoom.addTo(run);
  }

  @Test
  void aCleanRunPasses() {
    assertEquals(List.of(), run.violations());
  }

  @Test
  void anEventAfterARemovalIsFound() {
    TestingRoom.replace(run.bob, List.of(), shown(1, 10));
    assertFound("removal", "bob-a was shown room-1 seq 10, of a time when bob was not in that");
  }

  @Test
  void anEventForSomebodyWhoDidNotComeBackIsFound() {
    run.stored.set(run.stored.size() - 2, TestingRoom.stored(11, Posts.of(11, "command-11")));
    assertFound("removal", "bob-a was shown room-1 seq 11");
  }

  @Test
  void anEventOfSomebodyWhoWasRemovedIsFound() {
    StoredEvent byAda = TestingRoom.stored(10);
    run.stored.set(
        run.stored.size() - 3,
        new StoredEvent(NAME, 10, 2, "bob", byAda.clientId(), byAda.event(), byAda.createdAt()));
    assertFound("sender", "bob was not a member of room-1 at seq 10");
  }

  @Test
  void whoeverComesBackMayReadWhatWasMeanwhile() {
    long later = TestingRoom.time(11) + 2;
    TestingRun.reconnect(run.bob, TestingRoom.time(10), 1006, 1);
    TestingRoom.replace(
        run.bob, List.of(11, 12), shown(2, 10, later), shown(2, 11, later), shown(2, 12, later));
    assertEquals(List.of(), run.violations());
  }

  @Test
  void aRoomThatWasDroppedIsShownFromItsBeginning() {
    long later = TestingRoom.time(12) + 2;
    TestingRun.reconnect(run.bob, TestingRoom.time(10), 1006, 1);
    TestingRoom.replace(run.bob, List.of(11, 12));
    run.bob.add(new ClientEvent.Dropped(TestingRoom.time(10) + 5, 2, NAME));
    for (int seq = 1; seq <= TestingRoom.LIVE.size(); seq++) {
      run.bob.add(shown(2, seq, later, TestingRoom.stored(seq).event()));
    }
    TestingRoom.sort(run.bob);
    assertEquals(List.of(), run.violations());
  }

  @Test
  void aReactionThatNeverCameIsFound() {
    TestingRoom.replace(run.bob, List.of(5));
    assertFound("exactly once", "bob-a: room-1 seq 6 was shown before its turn");
  }

  @Test
  void theLastEventMissingIsALoss() {
    TestingRoom.replace(run.bob, List.of(12));
    assertFound("exactly once", "bob-a: room-1 seq 12 was never shown");
  }

  @Test
  void aReactionThatSaysSomethingElseIsFound() {
    TestingRoom.replace(
        run.bob,
        List.of(5),
        shown(1, 5, TestingRoom.time(5) + 1, new Event.Reacted(3, "🎉", true)));
    assertFound("picture", "bob-a shows of room-1 seq 3");
  }

  @Test
  void aRoleThatSaysSomethingElseIsFound() {
    TestingRoom.replace(
        run.bob,
        List.of(11),
        shown(
            1,
            11,
            TestingRoom.time(11) + 1,
            new Event.Joined(TestingRoom.BOB, "invited", "owner")));
    assertFound("picture", "bob-a shows of room-1 the members {1=owner, 2=owner}");
  }

  @Test
  void tablesThatDifferFromTheirLogAreFound() {
    Picture stored = run.evidence().stored().pictures().get(NAME);
    Picture.Message pinned = stored.messages().get(3L);
    stored
        .messages()
        .put(3L, new Picture.Message(pinned.content(), true, false, Map.of(), pinned.pinned()));
    run.pictures.put(NAME, stored);
    assertFound("picture", "The log shows of room-1 seq 3");
  }

  @Test
  void whatIsLeftOfADeletedMessageIsFound() {
    Picture stored = run.evidence().stored().pictures().get(NAME);
    stored.messages().put(7L, new Picture.Message("", false, true, Map.of(), true));
    run.pictures.put(NAME, stored);
    assertFound("picture", "ada-a shows of room-1 seq 7");
  }

  @Test
  void aTextThatWasDeletedBeforeTheConnectionBeganIsFound() {
    TestingRun.reconnect(run.bob, TestingRoom.time(8) + SECOND / 2, 1006, 1);
    long later = TestingRoom.time(9);
    TestingRoom.replace(run.bob, List.of(7, 8), shown(2, 7, later), shown(2, 8, later + 1));
    assertFound("outdated text", "bob-a was sent \"secret\" as room-1 seq 7, although seq 8");
  }

  @Test
  void aTextThatWasEditedBeforeTheConnectionBeganIsFound() {
    TestingRun.reconnect(run.bob, TestingRoom.time(4) + SECOND / 2, 1006, 1);
    long later = TestingRoom.time(5);
    TestingRoom.replace(run.bob, List.of(3, 4), shown(2, 3, later - 2), shown(2, 4, later - 1));
    assertFound("outdated text", "bob-a was sent \"draft\" as room-1 seq 3, although seq 4");
  }

  @Test
  void aTextThatNobodyWroteIsFound() {
    TestingRoom.replace(
        run.bob, List.of(7), shown(1, 7, TestingRoom.time(7) + 1, Posts.of(7, "invented")));
    assertFound("shown is stored", "bob-a was shown \"invented\"");
  }

  @Test
  void anEventOfAnotherTypeIsFound() {
    TestingRoom.replace(
        run.bob, List.of(6), shown(1, 6, TestingRoom.time(6) + 1, new Event.Deleted(3)));
    assertFound("shown is stored", "bob-a was shown \"\" by ada as room-1 seq 6");
  }

  @Test
  void aMemberWhoIsToldThatThereIsNoRoomIsFound() {
    refuse(TestingRoom.time(5), "not_found");
    assertFound("refusal", "bob-a sent a valid command and got the error not_found");
  }

  @Test
  void aRefusalOfSomebodyWhoWasRemovedPasses() {
    refuse(TestingRoom.time(10), "not_found");
    assertEquals(List.of(), run.violations());
  }

  @Test
  void aMessageThatIsThereIsNotGone() {
    refuse(TestingRoom.time(10), "target_gone");
    assertFound("refusal", "bob-a sent a valid command and got the error target_gone");
  }

  private void refuse(long at, String code) {
    Command command = new Command.React(NAME, "x", 3, "👍", true);
    run.bob.add(new ClientEvent.Sent(at, 1, "x", "x", false, command));
    run.bob.add(new ClientEvent.Refused(at + 1, 1, "x", code));
    TestingRoom.sort(run.bob);
  }

  private void assertFound(String check, String sentence) {
    String found =
        run.violations().stream()
            .map(violation -> violation.check() + ": " + violation.sentence())
            .collect(Collectors.joining("\n"));
    assertTrue(found.contains(check + ": " + sentence), found);
  }
}
