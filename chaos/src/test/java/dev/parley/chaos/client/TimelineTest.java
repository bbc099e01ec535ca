package dev.parley.chaos.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

  private static JsonNode message(long seq) {
    return JsonNodeFactory.instance.objectNode().put("seq", seq);
  }
}
