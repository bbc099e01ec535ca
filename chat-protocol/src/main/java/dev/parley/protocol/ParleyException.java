package dev.parley.protocol;

/** The one way to end a request with an {@link ErrorCode}; carries no stack trace to a client. */
public class ParleyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public ParleyException(ErrorCode code) {
    this(code, code.text());
  }

  /**
   * @param detail the sentence that the client reads: what is wrong and what to do
   */
  public ParleyException(ErrorCode code, String detail) {
    super(detail);
    this.code = code;
  }

  public ParleyException(ErrorCode code, Throwable cause) {
    super(code.text(), cause);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
