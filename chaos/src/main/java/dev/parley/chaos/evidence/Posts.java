package dev.parley.chaos.evidence;

import dev.parley.client.frame.Event;
import java.util.List;

/** Messages as the logs of a run keep them: reduced to what the checks need. */
public final class Posts {

  private Posts() {}

  public static Event.Posted of(long seq, String content) {
    return of(seq, content, false);
  }

  /**
   * @param contentSeq the event that brought the content
   */
  public static Event.Posted of(long contentSeq, String content, boolean deleted) {
    return new Event.Posted(
        content, null, false, null, List.of(), null, null, List.of(), contentSeq, deleted, null);
  }

  /** The text that an event shows, or the empty string. */
  static String text(Event event) {
    return switch (event) {
      case Event.Posted posted when posted.content() != null -> posted.content();
      case Event.Edited edited when edited.content() != null -> edited.content();
      default -> "";
    };
  }
}
