package dev.parley.stack;

/**
 * A problem that the user can solve. The message is a sentence that says what is wrong and what to
 * do; commands print it without a stack trace and end with a non-zero status.
 */
public final class StackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StackException(String sentence) {
    super(sentence);
  }

  public StackException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
