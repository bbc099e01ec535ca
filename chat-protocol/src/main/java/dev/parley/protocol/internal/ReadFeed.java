package dev.parley.protocol.internal;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import java.util.List;

/**
 * {@code GET /internal/feed?after=812:800,805} of the history service: what was committed since an
 * earlier answer. If you ask again and again with the cursor of the last answer, you are told of
 * every event exactly once, however long its commit took. No clock is involved.
 */
public final class ReadFeed {

  /** Events that one answer covers, unless a single transaction stored more. */
  public static final int MAX_EVENTS = 20_000;

  private ReadFeed() {}

  /**
   * {@code {"cursor":"812:800","continuous":true,"complete":true,"ranges":[{"conversation":
   * "global","from":7,"to":9}]}}.
   *
   * @param cursor for the next question; opaque to the gateway
   * @param continuous false if you gave no cursor, or one that is not of this database: then the
   *     answer begins now, and you must look elsewhere for what came before ({@link
   *     ReadLastSequences}, {@link ListConversations})
   * @param complete false if there is more: ask again at once
   */
  public record Answer(String cursor, boolean continuous, boolean complete, List<Range> ranges) {
    public Answer {
      ranges = List.copyOf(ranges);
    }
  }

  /** Events that one conversation got, both ends included. */
  public record Range(ConversationId conversation, Sequence from, Sequence to) {}
}
