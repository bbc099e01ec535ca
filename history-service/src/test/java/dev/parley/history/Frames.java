package dev.parley.history;

import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import java.util.List;

/** What tests ask of events. */
public final class Frames {

  private Frames() {}

  /** Of the messages among them. */
  public static List<String> contents(List<Event> events) {
    return events.stream()
        .map(Event::body)
        .filter(EventBody.Posted.class::isInstance)
        .map(EventBody.Posted.class::cast)
        .map(EventBody.Posted::content)
        .toList();
  }

  public static List<EventBody> bodies(List<Event> events) {
    return events.stream().map(Event::body).toList();
  }

  public static List<Long> seqs(List<Event> events) {
    return events.stream().map(event -> event.seq().value()).toList();
  }
}
