package dev.parley.protocol;

import java.time.Duration;
import java.util.Optional;

/** The one way to end a request with an {@link ErrorCode}; carries no stack trace to a client. */
public class ParleyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final Duration retryAfter;

  public ParleyException(ErrorCode code) {
    this(code, code.text());
  }

  /**
   * @param detail the sentence that the client reads: what is wrong and what to do
   */
  public ParleyException(ErrorCode code, String detail) {
    super(detail);
    this.code = code;
    this.retryAfter = null;
  }

  /**
   * @param retryAfter after which the same request may succeed
   */
  public ParleyException(ErrorCode code, Duration retryAfter) {
    super(code.text());
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public ParleyException(ErrorCode code, Throwable cause) {
    super(code.text(), cause);
    this.code = code;
    this.retryAfter = null;
  }

  public ErrorCode code() {
    return code;
  }

  /** Empty where nothing more exact is known than that of the code. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
