package dev.parley.client;

import dev.parley.client.frame.ServerFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * One conversation as a client of the second protocol shows it. It takes what comes as it comes:
 * nothing is put in order and nothing is dropped here, so that whoever checks a server sees what it
 * sent. Only while the client pages through what it missed, live events are kept aside, and those
 * that a page brought are not shown again on the same connection.
 */
final class Timeline {

  private long cursor;
  private boolean paging;
  private long pagedUpTo;
  private final List<ServerFrame.Logged> aside = new ArrayList<>();

  Timeline(long cursor) {
    this.cursor = cursor;
  }

  /**
   * The place of the last event shown. Whoever comes back to a room goes on from the {@code joined}
   * about themselves: what lies between is read when somebody looks.
   */
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

  /** The same events may come live as well: a page is read past the socket. */
  boolean wasPaged(long seq) {
    return seq <= pagedUpTo;
  }

  void keepAside(ServerFrame.Logged event) {
    aside.add(event);
  }

  void beginPaging() {
    paging = true;
  }

  /** Those that the pages did not bring. */
  List<ServerFrame.Logged> endPaging() {
    paging = false;
    List<ServerFrame.Logged> live = aside.stream().filter(event -> event.seq() > cursor).toList();
    aside.clear();
    return live;
  }

  /** A new connection brings nothing that the client says it has. */
  void forgetPages() {
    paging = false;
    pagedUpTo = 0;
    aside.clear();
  }

  /** The place before the first event that is kept aside; 0 where there is none. */
  long pagesNeededUpTo() {
    return aside.isEmpty() ? 0 : aside.getFirst().seq() - 1;
  }
}
