package dev.parley.stack.edge;

import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Passes a service's answer to the client, no faster than the client reads. */
final class AnswerRelay {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private AnswerRelay() {}

  static void relay(HttpClientResponse answer, HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      answer.request().reset();
      return;
    }
    response.setStatusCode(answer.statusCode());
    response.headers().addAll(ForwardedHeaders.withoutHops(answer.headers()));
    if (hasNoBody(answer, request)) {
      var unused = response.end();
      return;
    }
    response.setChunked(!answer.headers().contains(HttpHeaders.CONTENT_LENGTH));
    response.closeHandler(gone -> answer.request().reset());
    answer.pipeTo(response).onFailure(broken -> request.connection().close());
  }

  private static boolean hasNoBody(HttpClientResponse answer, HttpServerRequest request) {
    int status = answer.statusCode();
    return request.method().equals(HttpMethod.HEAD)
        || status == NO_CONTENT
        || status == NOT_MODIFIED;
  }
}
