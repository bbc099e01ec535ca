package dev.parley.chaos.evidence;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a conversation looks.
 *
 * @param messages by place
 * @param members the members of a room with their roles; empty for other conversations
 */
public record Picture(Map<Long, Message> messages, Map<Long, String> members) {

  public Picture {
    messages = new TreeMap<>(messages);
    members = new TreeMap<>(members);
  }

  /**
   * One message. If it is deleted, everything else is empty.
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
