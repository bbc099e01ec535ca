package dev.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Writes an {@link ErrorBody} where a request ends before it reaches any endpoint. */
@Singleton
public class ErrorAnswer {

  @Inject ObjectMapper json;

  /** Ends the response; completes when it is written. */
  public Uni<Void> send(HttpServerResponse response, ErrorCode code) {
    response.setStatusCode(code.httpStatus()).putHeader("Content-Type", "application/json");
    if (code.isRetryable()) {
      response.putHeader("Retry-After", Long.toString(ErrorBody.RETRY_AFTER_SECONDS));
    }
    return Uni.createFrom().completionStage(response.end(encoded(code)).toCompletionStage());
  }

  /** Ends the response, whether anybody still waits for it or not. */
  public void end(HttpServerResponse response, ErrorCode code) {
    send(response, code).subscribe().with(sent -> {}, gone -> {});
  }

  private String encoded(ErrorCode code) {
    try {
      return json.writeValueAsString(new ErrorBody(code.text(), code));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An error body is always JSON", e);
    }
  }
}
