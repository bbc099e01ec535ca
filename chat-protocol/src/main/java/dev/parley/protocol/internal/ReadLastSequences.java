package dev.parley.protocol.internal;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import java.util.List;
import java.util.Map;

/** {@code POST /internal/conversations/last} of the history service: how far logs go. */
public final class ReadLastSequences {

  /** Of one request. */
  public static final int MAX_CONVERSATIONS = 1_000;

  private ReadLastSequences() {}

  /** {@code {"conversations":["global","dm-12-57"]}}. */
  public record Request(List<ConversationId> conversations) {
    public Request {
      conversations = List.copyOf(conversations);
      if (conversations.isEmpty() || conversations.size() > MAX_CONVERSATIONS) {
        throw new IllegalArgumentException("a request must have 1 to 1000 conversations");
      }
    }
  }

  /** {@code {"last_seqs":{"global":9}}}: those that exist, by name. */
  public record Answer(Map<String, Sequence> lastSeqs) {
    public Answer {
      lastSeqs = Map.copyOf(lastSeqs);
    }
  }
}
