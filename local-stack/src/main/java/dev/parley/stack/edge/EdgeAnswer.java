package dev.parley.stack.edge;

import dev.parley.protocol.ErrorCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** An answer of the edge itself: {@code {"detail":"Not Found","code":"not_found"}}. */
enum EdgeAnswer {
  HOST_INVALID(400, ErrorCode.HOST_INVALID),
  NOT_FOUND(404, ErrorCode.NOT_FOUND),
  METHOD_NOT_ALLOWED(405, ErrorCode.METHOD_NOT_ALLOWED),
  BODY_TOO_LARGE(413, ErrorCode.BODY_TOO_LARGE),

  /** The service broke off; it may have handled the request. */
  BROKEN_OFF(502, ErrorCode.UNAVAILABLE),

  /** No replica accepts connections, so none has handled the request. */
  NOBODY_THERE(503, ErrorCode.UNAVAILABLE),

  /** The service took too long; it may still handle the request. */
  TOO_SLOW(504, ErrorCode.UNAVAILABLE);

  /** The headers that every answer of a service has. */
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
