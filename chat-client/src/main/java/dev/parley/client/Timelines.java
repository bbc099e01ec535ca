package dev.parley.client;

import dev.parley.client.frame.ServerFrame;
import dev.parley.client.http.EventPage;
import dev.parley.client.http.RefusedException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The conversations of a client of the second protocol. Called under the client's lock, which its
 * requests for pages take by themselves.
 */
final class Timelines {

  private static final Duration PAGE_RETRY = Duration.ofMillis(500);

  private final ChatClient client;
  private final ClientThreads threads;
  private final ChatListener listener;
  private final Map<String, Timeline> timelines = new HashMap<>();
  private Connection current;

  Timelines(ChatClient client, ClientThreads threads, ChatListener listener) {
    this.client = client;
    this.threads = threads;
    this.listener = listener;
  }

  void opened(Connection connection) {
    current = connection;
  }

  void closed() {
    current = null;
    timelines.values().forEach(Timeline::forgetPages);
  }

  boolean know(String name) {
    return timelines.containsKey(name);
  }

  void begin(String name, long cursor) {
    timelines.put(name, new Timeline(cursor));
  }

  void drop(String name) {
    timelines.remove(name);
  }

  /** The server is not the one that gave these places. */
  void dropAll() {
    timelines.clear();
  }

  Map<String, Long> cursors() {
    Map<String, Long> cursors = new HashMap<>();
    timelines.forEach((name, timeline) -> cursors.put(name, timeline.cursor()));
    return cursors;
  }

  private Timeline timeline(String name) {
    return timelines.computeIfAbsent(name, any -> new Timeline(0));
  }

  /** An event that came on the socket. */
  void live(Connection connection, ServerFrame.Logged event, long nanos) {
    Timeline timeline = timeline(event.conversation());
    if (timeline.isPaging()) {
      timeline.keepAside(event);
    } else if (!timeline.wasPaged(event.seq())) {
      show(timeline, connection, event, nanos, false);
    }
  }

  private void show(
      Timeline timeline,
      Connection connection,
      ServerFrame.Logged event,
      long nanos,
      boolean paged) {
    timeline.shown(event.seq(), paged);
    listener.shown(connection.number(), nanos, event, paged);
  }

  /** Reads over HTTP what is missing, at least up to this place. */
  void page(Connection connection, String name, long upTo) {
    Timeline timeline = timeline(name);
    if (!timeline.isPaging()) {
      timeline.beginPaging();
      threads.blocking().execute(() -> readPage(connection, name, upTo));
    }
  }

  private void readPage(Connection connection, String name, long upTo) {
    long after = client.ask(() -> isCurrent(connection) ? cursor(name) : -1);
    if (after < 0) {
      return;
    }
    try {
      EventPage page = connection.session().eventsAfter(name, after);
      client.exclusively(() -> takeIfCurrent(connection, name, upTo, page));
    } catch (UncheckedIOException | RefusedException e) {
      threads.later(PAGE_RETRY, () -> readPage(connection, name, upTo));
    }
  }

  private boolean isCurrent(Connection connection) {
    return current != null && current.number() == connection.number();
  }

  private long cursor(String name) {
    return timeline(name).cursor();
  }

  /** Where the connection has ended, the next one resumes. */
  private void takeIfCurrent(Connection connection, String name, long upTo, EventPage page) {
    if (isCurrent(connection)) {
      take(connection, name, upTo, page);
    }
  }

  private void take(Connection connection, String name, long upTo, EventPage page) {
    long nanos = System.nanoTime();
    Timeline timeline = timeline(name);
    page.events().forEach(event -> show(timeline, connection, event, nanos, true));
    long needed = Math.max(upTo, timeline.pagesNeededUpTo());
    if (page.hasMore() || timeline.cursor() < needed) {
      threads.blocking().execute(() -> readPage(connection, name, needed));
    } else {
      timeline.endPaging().forEach(live -> show(timeline, connection, live, nanos, false));
    }
  }
}
