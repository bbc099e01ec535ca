package dev.parley.chaos.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All messages of the database: for each conversation, ordered by their {@code seq}. */
public final class StoredLog {

  private final Map<String, List<StoredMessage>> conversations = new TreeMap<>();
  private final Map<String, Map<Long, StoredMessage>> places = new HashMap<>();

  /**
   * @param messages ordered by {@code seq} in each conversation
   */
  public StoredLog(List<StoredMessage> messages) {
    for (StoredMessage message : messages) {
      conversations.computeIfAbsent(message.conversation(), name -> new ArrayList<>()).add(message);
      places
          .computeIfAbsent(message.conversation(), name -> new HashMap<>())
          .put(message.seq(), message);
    }
  }

  public Map<String, List<StoredMessage>> conversations() {
    return conversations;
  }

  public List<StoredMessage> messages() {
    return conversations.values().stream().flatMap(List::stream).toList();
  }

  public Optional<StoredMessage> at(String conversation, long seq) {
    return Optional.ofNullable(places.getOrDefault(conversation, Map.of()).get(seq));
  }

  /** 0 where there is none. */
  public long lastSeq(String conversation) {
    List<StoredMessage> messages = conversations.getOrDefault(conversation, List.of());
    return messages.isEmpty() ? 0 : messages.getLast().seq();
  }

  public int size() {
    return conversations.values().stream().mapToInt(List::size).sum();
  }
}
