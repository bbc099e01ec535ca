package dev.parley.chaos.evidence;

import dev.parley.client.frame.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a picture from events. They may come in any order and more than once. If two contradict
 * each other, the later place wins; a deleted message stays deleted.
 */
public final class Fold {

  private record Latest<T>(long seq, T value) {}

  private record Reaction(long target, String emoji, long user) {}

  private final Set<Long> posted = new TreeSet<>();
  private final Set<Long> edited = new HashSet<>();
  private final Set<Long> deleted = new HashSet<>();
  private final Map<Long, Latest<String>> contents = new HashMap<>();
  private final Map<Reaction, Latest<Boolean>> reactions = new HashMap<>();
  private final Map<Long, Latest<Boolean>> pins = new HashMap<>();
  private final Map<Long, Latest<String>> roles = new HashMap<>();

  /**
   * @param senderId 0 if the server acts
   */
  public void take(long seq, long senderId, Event event) {
    switch (event) {
      case Event.Posted message -> take(seq, message);
      case Event.Edited edit -> take(seq, edit);
      case Event.Deleted deletion -> deleted.add(deletion.target());
      case Event.Reacted reacted ->
          put(
              reactions,
              new Reaction(reacted.target(), reacted.emoji(), senderId),
              seq,
              reacted.on());
      case Event.Pinned pinned -> put(pins, pinned.target(), seq, pinned.on());
      case Event.Joined joined -> put(roles, joined.user().id(), seq, joined.role());
      case Event.Left left -> put(roles, left.user().id(), seq, null);
      case Event.RoleChanged changed -> put(roles, changed.user().id(), seq, changed.role());
      default -> {}
    }
  }

  private void take(long seq, Event.Posted message) {
    posted.add(seq);
    if (message.deleted()) {
      deleted.add(seq);
      return;
    }
    long contentSeq = message.contentSeq() == null ? seq : message.contentSeq();
    if (contentSeq > seq) {
      edited.add(seq);
    }
    put(contents, seq, contentSeq, message.content());
  }

  private void take(long seq, Event.Edited edit) {
    edited.add(edit.target());
    if (edit.content() != null) {
      put(contents, edit.target(), seq, edit.content());
    }
  }

  private static <K, V> void put(Map<K, Latest<V>> facts, K about, long seq, V value) {
    facts.merge(
        about, new Latest<>(seq, value), (one, other) -> one.seq() >= other.seq() ? one : other);
  }

  public Picture picture() {
    Map<Long, Picture.Message> messages = new TreeMap<>();
    posted.forEach(seq -> messages.put(seq, message(seq)));
    reactions.forEach(
        (reaction, latest) -> {
          Picture.Message target = messages.get(reaction.target());
          if (latest.value() && target != null && !target.deleted()) {
            target
                .reactions()
                .computeIfAbsent(reaction.emoji(), any -> new TreeSet<>())
                .add(reaction.user());
          }
        });
    Map<Long, String> members = new TreeMap<>();
    roles.forEach(
        (user, latest) -> {
          if (latest.value() != null) {
            members.put(user, latest.value());
          }
        });
    return new Picture(messages, members);
  }

  private Picture.Message message(long seq) {
    if (deleted.contains(seq)) {
      return Picture.Message.gone();
    }
    Latest<String> content = contents.get(seq);
    Latest<Boolean> pin = pins.get(seq);
    return new Picture.Message(
        content == null ? "" : content.value(),
        edited.contains(seq),
        false,
        Map.of(),
        pin != null && pin.value());
  }
}
