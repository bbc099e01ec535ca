package dev.parley.auth.throttle;

/**
 * A try that was let through, and is to be closed with what came of it. It was counted as a failure
 * when it began; one that is closed without a word, since something else went wrong, was none.
 */
public final class Attempt implements AutoCloseable {

  private final Runnable onFailure;
  private final Runnable onSuccess;
  private Runnable outcome;

  Attempt(Runnable onFailure, Runnable onSuccess, Runnable onNeither) {
    this.onFailure = onFailure;
    this.onSuccess = onSuccess;
    this.outcome = onNeither;
  }

  public void failed() {
    outcome = onFailure;
  }

  public void succeeded() {
    outcome = onSuccess;
  }

  @Override
  public void close() {
    outcome.run();
  }
}
