package dev.parley.tools.predecessor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a message's content, and what the report says about it. */
record MessageContents(Findings findings) {

  /** Empty if nothing of it can be shown; several texts if it is too long for one message. */
  List<String> of(OldMessage message) {
    if (message.bytes() > OldDatabase.MOST_BYTES) {
      findings.add(
          Problem.CONTENT_TOO_LARGE,
          String.format(Locale.ROOT, "%s: %d bytes", message, message.bytes()));
      return List.of();
    }
    Optional<String> text = message.content().text();
    if (text.isEmpty() && message.content().isBytes()) {
      findings.add(
          Problem.CONTENT_IS_NO_TEXT, "%s: %s".formatted(message, message.content().shown()));
      return List.of();
    }
    return texts(message, text.orElse(""));
  }

  private List<String> texts(OldMessage message, String text) {
    List<String> texts = MessageTexts.of(text);
    note(texts.isEmpty(), Problem.CONTENT_EMPTY, message);
    note(message.content().isBytes(), Problem.CONTENT_FROM_BYTES, message);
    note(!MessageTexts.storable(text).equals(text), Problem.CONTENT_REPAIRED, message);
    note(texts.size() > 1, Problem.CONTENT_SPLIT, message);
    return texts;
  }

  private void note(boolean holds, Problem problem, OldMessage message) {
    if (holds) {
      findings.add(problem, message.toString());
    }
  }
}
