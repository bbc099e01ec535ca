package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.system.stack.RunningStack;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingHttp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;

/** The global conversation after a place, as the history service tells it. */
record StoredMessages(long after, List<JsonNode> messages) {

  private static final int PAGE = 200;

  static StoredMessages after(long place, TestingAccount reader, RunningStack stack) {
    TestingHttp http = new TestingHttp(stack.edge()).bearing(reader.token());
    List<JsonNode> messages = new ArrayList<>();
    JsonNode page;
    long last = place;
    do {
      page =
          http.get(
                  String.format(
                      Locale.ROOT, "/conversations/global/messages?after=%d&limit=%d", last, PAGE))
              .expect(200)
              .json();
      page.get("messages").forEach(messages::add);
      last = messages.isEmpty() ? place : messages.getLast().get("seq").longValue();
    } while (page.get("has_more").booleanValue());
    return new StoredMessages(place, messages);
  }

  long last() {
    return after + messages.size();
  }

  /** Their places and contents. */
  List<String> lines() {
    return linesAfter(after, messages);
  }

  static List<String> linesAfter(long place, List<JsonNode> messages) {
    return messages.stream()
        .filter(message -> message.get("seq").longValue() > place)
        .map(message -> message.get("seq") + " " + message.get("content").asText())
        .toList();
  }

  void assertDense() {
    assertEquals(
        LongStream.rangeClosed(after + 1, last()).boxed().toList(),
        messages.stream().map(message -> message.get("seq").longValue()).toList());
    List<String> contents =
        messages.stream().map(message -> message.get("content").asText()).toList();
    assertEquals(contents.size(), new HashSet<>(contents).size(), "stored twice");
  }

  void assertHolds(Collection<JsonNode> acks) {
    Set<Long> places = new HashSet<>();
    for (JsonNode ack : acks) {
      long place = ack.get("seq").longValue();
      assertTrue(places.add(place), "acknowledged twice: " + ack);
      assertTrue(place <= last(), "acknowledged but not stored: " + ack);
    }
  }
}
