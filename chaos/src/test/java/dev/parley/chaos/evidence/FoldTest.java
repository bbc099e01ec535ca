package dev.parley.chaos.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.frame.Event;
import dev.parley.client.frame.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldTest {

  private static final Person BOB = new Person(2, "bob");

  private record Step(long seq, long sender, Event event) {}

  private static final List<Step> LIVE =
      List.of(
          new Step(1, 2, new Event.Joined(BOB, "created", "owner")),
          new Step(2, 2, Posts.of(2, "one")),
          new Step(3, 2, new Event.Edited(2, "two", List.of())),
          new Step(4, 2, new Event.Edited(2, "three", List.of())),
          new Step(5, 2, new Event.Reacted(2, "👍", true)),
          new Step(6, 3, new Event.Reacted(2, "👍", true)),
          new Step(7, 3, new Event.Reacted(2, "👍", false)),
          new Step(8, 2, new Event.Pinned(2, true)),
          new Step(9, 3, Posts.of(9, "gone")),
          new Step(10, 2, new Event.Reacted(9, "🎉", true)),
          new Step(11, 2, new Event.Pinned(9, true)),
          new Step(12, 3, new Event.Deleted(9)),
          new Step(13, 2, new Event.RoleChanged(BOB, "member")));

  private static final Picture EXPECTED =
      new Picture(
          Map.of(
              2L,
              new Picture.Message("three", true, false, Map.of("👍", Set.of(2L)), true),
              9L,
              Picture.Message.gone()),
          Map.of(2L, "member"));

  @Test
  void eventsAddUpToAPicture() {
    assertEquals(EXPECTED, fold(LIVE));
  }

  @Test
  void neitherOrderNorRepetitionMatters() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Step> shuffled = new ArrayList<>(LIVE);
      shuffled.add(LIVE.get(random.nextInt(LIVE.size())));
      Collections.shuffle(shuffled, random);
      assertEquals(EXPECTED, fold(shuffled), shuffled.toString());
    }
  }

  /** The database has messages in their current state, and older edits without a text. */
  @Test
  void whatComesFromStorageAddsUpToTheSame() {
    List<Step> stored = new ArrayList<>(LIVE);
    stored.set(1, new Step(2, 2, Posts.of(4, "three")));
    stored.set(2, new Step(3, 2, new Event.Edited(2, null, List.of())));
    stored.set(8, new Step(9, 3, Posts.of(9, "", true)));
    assertEquals(EXPECTED, fold(stored));
  }

  @Test
  void whoeverLeavesIsNoMember() {
    Fold fold = new Fold();
    fold.take(1, 2, new Event.Joined(BOB, "created", "owner"));
    fold.take(2, 2, new Event.Left(BOB, "left"));
    assertEquals(Map.of(), fold.picture().members());
  }

  private static Picture fold(List<Step> steps) {
    Fold fold = new Fold();
    steps.forEach(step -> fold.take(step.seq(), step.sender(), step.event()));
    return fold.picture();
  }
}
