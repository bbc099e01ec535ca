package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** {@code {"detail":"Username already exists","code":"username_taken"}}: every error but a 422. */
@RegisterForReflection
public record ErrorBody(String detail, ErrorCode code) {

  static final long RETRY_AFTER_SECONDS = 1;

  public static Response response(ErrorCode code) {
    return response(code, code.text(), RETRY_AFTER_SECONDS);
  }

  static Response response(ParleyException failure) {
    return response(
        failure.code(),
        failure.getMessage(),
        failure.retryAfter().map(ErrorBody::wholeSeconds).orElse(RETRY_AFTER_SECONDS));
  }

  /** Rounded up: whoever comes back then does not come too early. */
  private static long wholeSeconds(Duration duration) {
    return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
  }

  private static Response response(ErrorCode code, String detail, long retryAfterSeconds) {
    Response.ResponseBuilder response =
        Response.status(code.httpStatus())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(new ErrorBody(detail, code));
    if (code.isRetryable()) {
      response.header("Retry-After", retryAfterSeconds);
    }
    return response.build();
  }
}
