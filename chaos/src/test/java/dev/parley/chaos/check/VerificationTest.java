package dev.parley.chaos.check;

import static dev.parley.chaos.check.TestingRun.SECOND;
import static dev.parley.chaos.check.TestingRun.content;
import static dev.parley.chaos.check.TestingRun.indexOf;
import static dev.parley.chaos.check.TestingRun.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.FaultWindow;
import dev.parley.chaos.evidence.PresenceView;
import dev.parley.chaos.evidence.StoredEvent;
import dev.parley.chaos.schedule.FaultKind;
import dev.parley.chaos.schedule.Target;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Plants each violation into a clean run; a check must find it. */
class VerificationTest {

  private final TestingRun run = new TestingRun();

  @Test
  void aCleanRunPasses() {
    assertEquals(List.of(), run.violations());
  }

  @Test
  void aMessageThatAClientNeverSawIsALoss() {
    run.bob.remove(indexOf(run.bob, 4));
    assertFound("exactly once", "bob-a: global seq 5 was shown before its turn.");
    assertFound("convergence", "bob-a had global seq 4 never");
  }

  @Test
  void theLastMessageMissingIsALoss() {
    run.bob.remove(indexOf(run.bob, TestingRun.MESSAGES));
    assertFound("exactly once", "bob-a: global seq 10 was never shown");
  }

  @Test
  void aMessageShownTwiceIsADuplicateAlsoOnAnotherConnection() {
    TestingRun.reconnect(run.bob, 20 * SECOND, 1006, 1);
    run.bob.add(run.bob.size() - 1, shown(2, 3, 21 * SECOND));
    assertFound("exactly once", "bob-a: global seq 3 was shown again");
  }

  @Test
  void twoMessagesInTheWrongOrderAreFound() {
    int first = indexOf(run.bob, 6);
    Collections.swap(run.bob, first, first + 1);
    assertFound("exactly once", "bob-a: global seq 7 was shown before its turn.");
  }

  @Test
  void aClientThatResumesWithoutLossPasses() {
    TestingRun.reconnect(run.bob, 20 * SECOND, 1012, 1);
    int moved = indexOf(run.bob, TestingRun.MESSAGES);
    run.bob.remove(moved);
    run.bob.add(run.bob.size() - 1, shown(2, TestingRun.MESSAGES, 21 * SECOND));
    assertEquals(List.of(), run.violations());
  }

  @Test
  void anAcknowledgedMessageThatIsNotStoredIsFound() {
    run.ada.add(
        run.ada.size() - 1,
        new ClientEvent.Acknowledged(30 * SECOND, 1, "lost", "global", 11, false));
    assertFound(
        "acknowledged", "ada-a got an ack for lost as global seq 11, but nothing is stored");
  }

  @Test
  void anAcknowledgementWithTheWrongPlaceIsFound() {
    run.ada.add(
        run.ada.size() - 1,
        new ClientEvent.Acknowledged(30 * SECOND, 1, content(2), "global", 3, true));
    assertFound("acknowledged", "another message is stored there");
  }

  @Test
  void aMessageShownThatIsNotStoredIsFound() {
    TestingRun.replace(run.carol, 2, event -> shown(1, 2, event.at(), "something else"));
    assertFound("shown is stored", "carol-a was shown \"something else\"");
  }

  @Test
  void aClientIdStoredTwiceIsFound() {
    run.stored.add(new StoredEvent("dm-1-2", 1, 1, "ada", content(1), "another text", 12 * SECOND));
    assertFound("stored once", "The client_id message-1 of ada is stored twice");
  }

  @Test
  void aTextStoredTwiceIsFound() {
    run.stored.add(new StoredEvent("dm-1-2", 1, 1, "ada", "new", content(1), 12 * SECOND));
    assertFound("stored once", "The content message-1 of ada is stored twice");
  }

  @Test
  void aHoleInTheDatabaseIsFound() {
    run.stored.remove(3);
    assertFound("density", "In global, seq 5 is stored where 4 is due.");
  }

  @Test
  void aGapInAConnectionOfTheFirstProtocolIsFound() {
    run.carol.remove(indexOf(run.carol, 4));
    assertFound("connected run", "global seq 5 was shown before its turn; 4 was due.");
  }

  @Test
  void aConnectionOfTheFirstProtocolMayBeginAnywhere() {
    TestingRun.reconnect(run.carol, 3 * SECOND + 5, 1006, 1);
    run.carol.removeIf(event -> event instanceof ClientEvent.Delivered shown && shown.seq() > 3);
    for (int seq = 6; seq <= TestingRun.MESSAGES; seq++) {
      run.carol.add(run.carol.size() - 1, shown(2, seq));
    }
    run.carol.removeIf(
        event -> event instanceof ClientEvent.Closed closed && closed.connection() == 2);
    assertTrue(
        run.violations().stream()
            .noneMatch(violation -> violation.check().equals("connected run")));
  }

  @Test
  void aClientThatCatchesUpTooLateHasNotConverged() {
    for (int seq = 4; seq <= TestingRun.MESSAGES; seq++) {
      long late = 20 * SECOND + seq;
      TestingRun.replace(
          run.bob, seq, event -> shown(1, (int) ((ClientEvent.Delivered) event).seq(), late));
    }
    assertFound("convergence", "bob-a had global seq 5 only after 15.000 s");
  }

  @Test
  void aUserShownOnlineThoughGoneIsFound() {
    run.presence.add(
        new PresenceView(
            30 * SECOND, "carol-a", Set.of("ada", "bob", "zoe"), Set.of("ada", "bob", "carol")));
    assertFound("presence", "online though gone [zoe], gone though online [carol]");
  }

  @Test
  void aMessageWithoutAnAnswerIsSilence() {
    run.ada.add(run.ada.size() - 1, TestingRun.sent(20 * SECOND, "x"));
    assertFound("silence", "ada-a sent x and got neither ack nor error within 6.000 s");
  }

  @Test
  void whatOnlyTookLongIsFoundWhereTimeCountsAlone() {
    run.ada.add(run.ada.size() - 1, TestingRun.sent(20 * SECOND, "x"));
    assertEquals(List.of(), Verification.regardlessOfTime(run.evidence()));
    run.bob.remove(indexOf(run.bob, 4));
    assertEquals(
        List.of("exactly once", "picture"),
        Verification.regardlessOfTime(run.evidence()).stream().map(Violation::check).toList());
  }

  @Test
  void noAnswerIsNoSilenceWhereTheConnectionClosed() {
    run.ada.add(run.ada.size() - 1, TestingRun.sent(36 * SECOND, "x"));
    assertEquals(List.of(), run.violations());
  }

  @Test
  void onlyAGatewayThatStoodStillExcusesSilence() {
    run.ada.add(run.ada.size() - 1, TestingRun.sent(20 * SECOND, "x"));
    run.faults.add(fault(FaultKind.PAUSE, Target.HISTORY_1, 19, 27));
    assertFound("silence", "ada-a sent x");
    run.faults.add(fault(FaultKind.PAUSE, Target.GATEWAY_1, 19, 27));
    assertEquals(List.of(), run.violations());
  }

  @Test
  void anErrorThatSaysNeverAgainIsFound() {
    run.ada.add(run.ada.size() - 1, new ClientEvent.Refused(20 * SECOND, 1, "x", "user_not_found"));
    assertFound("refusal", "got the error user_not_found");
  }

  @Test
  void aSessionThatWasNotEndedMayNotBeCalledInvalid() {
    TestingRun.reconnect(run.bob, 20 * SECOND, 4001, 2);
    assertFound(
        "session", "Connection 1 of bob-a was closed with 4001, although its session had not");
  }

  @Test
  void aSocketOfAnEndedSessionMustClose() {
    endSession(20 * SECOND);
    assertFound("session", "was still open long after its session had ended at 20.000 s");
  }

  @Test
  void aSocketOfAnEndedSessionThatClosesInTimePasses() {
    endSession(20 * SECOND);
    TestingRun.reconnect(run.bob, 21 * SECOND, 4001, 2);
    assertEquals(List.of(), run.violations());
  }

  @Test
  void aSocketOfAnEndedSessionClosesWithItsOwnCode() {
    endSession(20 * SECOND);
    TestingRun.reconnect(run.bob, 21 * SECOND, 1006, 2);
    assertFound("session", "was closed with 1006 instead of 4001");
  }

  @Test
  void anEndedSessionOpensNoMore() {
    endSession(20 * SECOND);
    TestingRun.reconnect(run.bob, 21 * SECOND, 4001, 1);
    run.bob.removeIf(event -> event.at() > 21 * SECOND);
    run.bob.add(new ClientEvent.Opened(25 * SECOND, 2, 1));
    run.bob.add(new ClientEvent.Greeted(25 * SECOND + 1, 2));
    run.bob.add(new ClientEvent.Closed(TestingRun.END, 2, 0));
    assertFound("session", "Connection 2 of bob-a opened with a session that had ended");
  }

  private void endSession(long at) {
    run.bob.add(run.bob.size() - 1, new ClientEvent.EndRequested(at - 1, 1, 1));
    run.bob.add(run.bob.size() - 1, new ClientEvent.SessionEnded(at, 1, 1));
  }

  @Test
  void aPartThatStaysDownIsFound() {
    run.faults.add(new FaultWindow(FaultKind.REDIS, Target.REDIS, SECOND, 4 * SECOND, false));
    assertFound("recovery", "redis did not come back after redis at 1.000 s");
  }

  @Test
  void theFirstViolationComesFirst() {
    run.bob.remove(indexOf(run.bob, 4));
    run.carol.remove(indexOf(run.carol, 2));
    assertEquals("connected run", run.violations().getFirst().check());
  }

  private static FaultWindow fault(FaultKind kind, Target target, long from, long to) {
    return new FaultWindow(kind, target, from * SECOND, to * SECOND, true);
  }

  private void assertFound(String check, String sentence) {
    List<Violation> violations = run.violations();
    assertFalse(violations.isEmpty(), "nothing was found");
    String found =
        violations.stream()
            .map(violation -> violation.check() + ": " + violation.sentence())
            .collect(Collectors.joining("\n"));
    assertTrue(
        violations.stream()
            .anyMatch(
                violation ->
                    violation.check().equals(check) && violation.sentence().contains(sentence)),
        found);
  }
}
