package dev.parley.chaos.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All events of the database: for each conversation, ordered by their {@code seq}. */
public final class StoredLog {

  private final Map<String, List<StoredEvent>> conversations = new TreeMap<>();
  private final Map<String, Map<Long, StoredEvent>> places = new HashMap<>();

  /**
   * @param events ordered by {@code seq} in each conversation
   */
  public StoredLog(List<StoredEvent> events) {
    for (StoredEvent event : events) {
      conversations.computeIfAbsent(event.conversation(), name -> new ArrayList<>()).add(event);
      places.computeIfAbsent(event.conversation(), name -> new HashMap<>()).put(event.seq(), event);
    }
  }

  public Map<String, List<StoredEvent>> conversations() {
    return conversations;
  }

  public List<StoredEvent> events() {
    return conversations.values().stream().flatMap(List::stream).toList();
  }

  public Optional<StoredEvent> at(String conversation, long seq) {
    return Optional.ofNullable(places.getOrDefault(conversation, Map.of()).get(seq));
  }

  /** 0 if there is none. */
  public long lastSeq(String conversation) {
    List<StoredEvent> events = conversations.getOrDefault(conversation, List.of());
    return events.isEmpty() ? 0 : events.getLast().seq();
  }

  /** The times that this user spent in this room. */
  public Membership membership(String room, long user) {
    return Membership.of(conversations.getOrDefault(room, List.of()), user);
  }

  /** The picture that the events of each conversation add up to. */
  public Map<String, Picture> pictures() {
    Map<String, Picture> pictures = new TreeMap<>();
    conversations.forEach(
        (name, events) -> {
          Fold fold = new Fold();
          events.forEach(event -> fold.take(event.seq(), event.senderId(), event.event()));
          pictures.put(name, fold.picture());
        });
    return pictures;
  }

  public int size() {
    return conversations.values().stream().mapToInt(List::size).sum();
  }
}
