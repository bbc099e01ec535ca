package dev.parley.protocol.internal;

import java.util.List;

/**
 * {@code GET /internal/conversations/{conversation}/messages?from=&to=} of the history service: the
 * places {@code from} to {@code to}, both included, at most {@value #MAX_MESSAGES}, in order.
 */
public final class ReadMessages {

  public static final int MAX_MESSAGES = 500;

  private ReadMessages() {}

  /** {@code {"messages":[…]}}. */
  public record Answer(List<StoredMessage> messages) {
    public Answer {
      messages = List.copyOf(messages);
    }
  }
}
