package dev.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.frame.Event;
import dev.parley.client.frame.ServerFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private final Timeline timeline = new Timeline(3);

  @Test
  void theCursorIsTheHighestPlaceShown() {
    timeline.shown(5, false);
    timeline.shown(4, false);
    assertEquals(5, timeline.cursor());
  }

  @Test
  void whatComesLiveWhilePagingIsShownAfterThePages() {
    timeline.beginPaging();
    timeline.keepAside(message(7));
    timeline.keepAside(message(8));
    assertEquals(6, timeline.pagesNeededUpTo());
    timeline.shown(7, true);
    assertEquals(List.of(message(8)), timeline.endPaging());
  }

  @Test
  void whatAPageBroughtIsNotShownAgainUntilTheNextConnection() {
    timeline.beginPaging();
    timeline.shown(7, true);
    timeline.endPaging();
    assertTrue(timeline.wasPaged(7));
    assertFalse(timeline.wasPaged(8));
    timeline.forgetPages();
    assertFalse(timeline.wasPaged(7));
  }

  private static ServerFrame.Logged message(long seq) {
    return new ServerFrame.Logged("global", seq, 12L, "ada", null, null, new Event.Unknown("chat"));
  }
}
