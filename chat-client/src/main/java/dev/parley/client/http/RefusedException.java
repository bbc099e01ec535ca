package dev.parley.client.http;

/** A server answered a request in another way than it should have. */
public final class RefusedException extends RuntimeException {

  private final transient HttpAnswer answer;

  RefusedException(int expectedStatus, HttpAnswer answer) {
    super("expected status " + expectedStatus + " but got " + answer);
    this.answer = answer;
  }

  public HttpAnswer answer() {
    return answer;
  }
}
