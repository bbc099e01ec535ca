package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Answers a body that says it is longer than {@code quarkus.http.limits.max-body-size} with 413 and
 * an {@link ErrorBody}, just before Quarkus would answer it without a body. One that does not say
 * its length is stopped while it is read.
 */
@Singleton
class BodyLimit {

  private static final int BEFORE_QUARKUS = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1;

  @Inject ErrorAnswer answer;
  @Inject VertxHttpConfig http;

  void install(@Observes Router router) {
    http.limits()
        .maxBodySize()
        .ifPresent(
            limit ->
                router
                    .route()
                    .order(BEFORE_QUARKUS)
                    .handler(request -> refuseLonger(request, limit.asLongValue())));
  }

  private void refuseLonger(RoutingContext context, long limit) {
    HttpServerRequest request = context.request();
    if (contentLength(request) <= limit) {
      context.next();
      return;
    }
    // The rest of the body is not read, so nothing else can follow on this connection.
    request.response().putHeader("Connection", "close");
    request.response().endHandler(ended -> request.connection().close());
    answer.send(request.response(), ErrorCode.BODY_TOO_LARGE).subscribe().with(sent -> {});
  }

  private static long contentLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
