package dev.parley.protocol.internal;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * {@code GET /internal/feed?since=2026-01-02T03:04:05.678901Z} of the history service: what was
 * committed lately. Whoever asks again and again with a time that lies {@link #MARGIN} before an
 * earlier answer's {@code until} is told of every message, most of them several times.
 */
public final class ReadFeed {

  /**
   * How long before its commit a message's {@code created_at} may lie: the append's statements and
   * pauses are limited to 2 s each.
   */
  public static final Duration MARGIN = Duration.ofSeconds(5);

  /** How far back the feed goes. */
  public static final Duration REACH = Duration.ofSeconds(60);

  /** Of one answer. */
  public static final int MAX_RANGES = 5_000;

  private ReadFeed() {}

  /**
   * {@code {"until":"…","complete":true,"ranges":[{"conversation":"global","from":7,"to":9}]}}.
   *
   * @param until the database's time when it looked
   * @param complete false where {@code since} was out of reach, or there were too many ranges: then
   *     only a look at each conversation tells, see {@link ReadLastPlaces}
   */
  public record Answer(Instant until, boolean complete, List<Stretch> ranges) {
    public Answer {
      ranges = List.copyOf(ranges);
    }
  }

  /** Messages that one conversation got, both ends included. */
  public record Stretch(ConversationId conversation, Sequence from, Sequence to) {}
}
