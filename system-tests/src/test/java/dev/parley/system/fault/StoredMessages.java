package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.frame.Event;
import dev.parley.client.frame.ServerFrame;
import dev.parley.client.http.EventPage;
import dev.parley.testing.TestingAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** The global conversation after a place, as the history service tells it. */
record StoredMessages(long after, List<ServerFrame.Logged> messages) {

  static StoredMessages after(long place, TestingAccount reader) {
    List<ServerFrame.Logged> messages = new ArrayList<>();
    EventPage page;
    long last = place;
    do {
      page = reader.session().eventsAfter("global", last);
      messages.addAll(page.events());
      last = messages.isEmpty() ? place : messages.getLast().seq();
    } while (page.hasMore());
    return new StoredMessages(place, messages);
  }

  long last() {
    return after + messages.size();
  }

  /** Their places and contents. */
  List<String> lines() {
    return linesAfter(after, messages);
  }

  static List<String> linesAfter(long place, List<ServerFrame.Logged> messages) {
    return messages.stream()
        .filter(message -> message.seq() > place)
        .map(message -> message.seq() + " " + content(message))
        .toList();
  }

  /** Of a message; something else is itself. */
  private static String content(ServerFrame.Logged logged) {
    return logged.event() instanceof Event.Posted posted
        ? posted.content()
        : logged.event().toString();
  }

  void assertDense() {
    assertEquals(
        LongStream.rangeClosed(after + 1, last()).boxed().toList(),
        messages.stream().map(ServerFrame.Logged::seq).toList());
    List<String> contents = messages.stream().map(StoredMessages::content).toList();
    assertEquals(contents.size(), new HashSet<>(contents).size(), "stored twice");
  }

  void assertHolds(Collection<ServerFrame.Ack> acks) {
    Set<Long> places = new HashSet<>();
    for (ServerFrame.Ack ack : acks) {
      assertTrue(places.add(ack.seq()), "acknowledged twice: " + ack);
      assertTrue(ack.seq() <= last(), "acknowledged but not stored: " + ack);
    }
  }
}
