package dev.parley.stack.edge;

import dev.parley.protocol.ErrorCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What the edge says itself: {@code {"detail":"Not Found","code":"not_found"}}. */
enum EdgeAnswer {
  HOST_INVALID(400, ErrorCode.HOST_INVALID),
  NOT_FOUND(404, ErrorCode.NOT_FOUND),
  METHOD_NOT_ALLOWED(405, ErrorCode.METHOD_NOT_ALLOWED),
  BODY_TOO_LARGE(413, ErrorCode.BODY_TOO_LARGE),

  /** The service broke off; it may have done what was asked. */
  BROKEN_OFF(502, ErrorCode.UNAVAILABLE),

  /** No replica takes connections; nothing was done. */
  NOBODY_THERE(503, ErrorCode.UNAVAILABLE),

  /** The service took too long; it may yet do what was asked. */
  TOO_SLOW(504, ErrorCode.UNAVAILABLE);

  /** As every answer of a service has them. */
  private static final Map<String, String> SAFETY =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");

  private final int status;
  private final ErrorCode code;

  EdgeAnswer(int status, ErrorCode code) {
    this.status = status;
    this.code = code;
  }

  void send(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed() || response.headWritten()) {
      return;
    }
    response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    SAFETY.forEach(response::putHeader);
    if (code.isRetryable()) {
      response.putHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    var unused = response.end(body());
  }

  private String body() {
    return new JsonObject().put("detail", code.text()).put("code", code.code()).encode();
  }
}
