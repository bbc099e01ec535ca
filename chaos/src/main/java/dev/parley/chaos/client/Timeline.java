package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One conversation as a client of the second protocol shows it. It takes what comes as it comes:
 * nothing is put in order and nothing is dropped here, so that the checks see what the server sent.
 * Only while the client pages through what it missed, live messages are kept aside, and those that
 * a page brought are not shown again on the same connection.
 */
final class Timeline {

  private long cursor;
  private boolean paging;
  private long pagedUpTo;
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

  void shown(long seq, boolean paged) {
    cursor = Math.max(cursor, seq);
    pagedUpTo = paged ? cursor : pagedUpTo;
  }

  /** The same messages may come live as well: a page is read past the socket. */
  boolean wasPaged(long seq) {
    return seq <= pagedUpTo;
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

  /** A new connection brings nothing that the client says it has. */
  void forgetPages() {
    paging = false;
    pagedUpTo = 0;
    aside.clear();
  }

  /** The place before the first message that is kept aside; 0 where there is none. */
  long pagesNeededUpTo() {
    return aside.isEmpty() ? 0 : aside.getFirst().path("seq").asLong() - 1;
  }
}
