package dev.parley.chaos.evidence;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a conversation looks like.
 *
 * @param messages by their places
 * @param members of a room, with their roles; empty elsewhere
 */
public record Picture(Map<Long, Message> messages, Map<Long, String> members) {

  public Picture {
    messages = new TreeMap<>(messages);
    members = new TreeMap<>(members);
  }

  /**
   * One message. A deleted one has nothing else.
   *
   * @param reactions the users, by emoji
   */
  public record Message(
      String content,
      boolean edited,
      boolean deleted,
      Map<String, Set<Long>> reactions,
      boolean pinned) {
    public Message {
      reactions = new TreeMap<>(reactions);
    }

    public static Message gone() {
      return new Message("", false, true, Map.of(), false);
    }
  }
}
