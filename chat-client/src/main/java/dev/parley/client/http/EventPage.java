package dev.parley.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.frame.FrameReader;
import dev.parley.client.frame.ServerFrame;
import java.util.List;
import java.util.stream.StreamSupport;

/** A part of a conversation's log, the first event first. */
public record EventPage(List<ServerFrame.Logged> events, boolean hasMore) {

  public EventPage {
    events = List.copyOf(events);
  }

  static EventPage of(JsonNode page) {
    JsonNode entries = page.has("events") ? page.path("events") : page.path("messages");
    return new EventPage(
        StreamSupport.stream(entries.spliterator(), false).map(FrameReader::logged).toList(),
        page.path("has_more").asBoolean());
  }
}
