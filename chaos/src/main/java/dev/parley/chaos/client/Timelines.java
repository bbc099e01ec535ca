package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.chaos.evidence.ClientEvent;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/**
 * The conversations of a client of the second protocol. Called under the client's lock, which its
 * requests for pages take by themselves.
 */
final class Timelines {

  private static final Duration PAGE_RETRY = Duration.ofMillis(500);

  private final Surroundings surroundings;
  private final Journal journal;
  private final Lock lock;
  private final Map<String, Timeline> timelines = new HashMap<>();
  private Socket current;

  Timelines(Surroundings surroundings, Journal journal, Lock lock) {
    this.surroundings = surroundings;
    this.journal = journal;
    this.lock = lock;
  }

  void opened(Socket socket) {
    current = socket;
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

  Set<String> names() {
    return timelines.keySet();
  }

  long cursor(String name) {
    return timelines.get(name).cursor();
  }

  private Timeline timeline(String name) {
    return timelines.computeIfAbsent(ShownMessages.once(name), any -> new Timeline(0));
  }

  /** A message that came on the socket. */
  void live(Socket socket, JsonNode message, long at) {
    Timeline timeline = timeline(message.path("conversation").asText());
    if (timeline.isPaging()) {
      timeline.keepAside(message);
    } else if (!timeline.wasPaged(message.path("seq").asLong())) {
      show(timeline, socket, message, at, false);
    }
  }

  private void show(Timeline timeline, Socket socket, JsonNode message, long at, boolean paged) {
    ClientEvent.Delivered shown = ShownMessages.of(message, at, socket.connection(), paged);
    timeline.shown(shown.seq(), paged);
    journal.add(shown);
  }

  /** Reads over HTTP what is missing, at least up to this place. */
  void page(Socket socket, String name, long upTo) {
    Timeline timeline = timeline(name);
    if (!timeline.isPaging()) {
      timeline.beginPaging();
      surroundings.blocking().execute(() -> readPage(socket, name, upTo));
    }
  }

  private void readPage(Socket socket, String name, long upTo) {
    long after = cursorIfCurrent(socket, name);
    if (after < 0) {
      return;
    }
    try {
      JsonNode page = surroundings.requests().messagesAfter(name, after, socket.login().token());
      takeIfCurrent(socket, name, upTo, page);
    } catch (UncheckedIOException e) {
      surroundings.later(PAGE_RETRY, () -> readPage(socket, name, upTo));
    }
  }

  /** -1 where the connection has ended: the next one resumes. */
  private long cursorIfCurrent(Socket socket, String name) {
    lock.lock();
    try {
      return socket == current ? timeline(name).cursor() : -1;
    } finally {
      lock.unlock();
    }
  }

  private void takeIfCurrent(Socket socket, String name, long upTo, JsonNode page) {
    lock.lock();
    try {
      if (socket == current) {
        take(socket, name, upTo, page);
      }
    } finally {
      lock.unlock();
    }
  }

  private void take(Socket socket, String name, long upTo, JsonNode page) {
    long at = surroundings.clock().now();
    Timeline timeline = timeline(name);
    page.path("messages").forEach(message -> show(timeline, socket, message, at, true));
    long needed = Math.max(upTo, timeline.pagesNeededUpTo());
    if (page.path("has_more").asBoolean() || timeline.cursor() < needed) {
      surroundings.later(Duration.ZERO, () -> readPage(socket, name, needed));
    } else {
      timeline.endPaging().forEach(live -> show(timeline, socket, live, at, false));
    }
  }
}
