package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One conversation as a client of the second protocol shows it. It takes what comes as it comes:
 * nothing is put in order and nothing is dropped here, so that the checks see what the server sent.
 * Only while the client pages through what it missed, live messages are kept aside.
 */
final class Timeline {

  private long cursor;
  private boolean paging;
  private final List<JsonNode> aside = new ArrayList<>();

  Timeline(long cursor) {
    this.cursor = cursor;
  }

  /** The place of the last message shown. */
  long cursor() {
    return cursor;
  }

  boolean isPaging() {
    return paging;
  }

  void shown(long seq) {
    cursor = Math.max(cursor, seq);
  }

  void keepAside(JsonNode message) {
    aside.add(message);
  }

  void beginPaging() {
    paging = true;
  }

  /** Those that the pages did not bring. */
  List<JsonNode> endPaging() {
    paging = false;
    List<JsonNode> live =
        aside.stream().filter(message -> message.path("seq").asLong() > cursor).toList();
    aside.clear();
    return live;
  }

  /** The place before the first message that is kept aside; 0 where there is none. */
  long pagesNeededUpTo() {
    return aside.isEmpty() ? 0 : aside.getFirst().path("seq").asLong() - 1;
  }
}
