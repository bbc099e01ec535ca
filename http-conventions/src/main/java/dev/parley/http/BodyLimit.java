package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Answers a body that says it is too long with 413 and an {@link ErrorBody}, just before Quarkus
 * would answer it without a body. One that does not say its length is stopped by Quarkus while it
 * is read, with a bare 413.
 */
@Singleton
class BodyLimit {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  private static final int BEFORE_QUARKUS = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1;
  private static final int AFTER_QUARKUS = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

  @Inject ErrorAnswer answer;
  @Inject VertxHttpConfig http;
  @Inject PublicBodies publicBodies;

  void install(@Observes Router router) {
    router.route().order(BEFORE_QUARKUS).handler(this::refuseTooLong);
    router.route().order(AFTER_QUARKUS).handler(this::limitWhatIsRead);
  }

  private void refuseTooLong(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (contentLength(request) <= limit()) {
      context.next();
      return;
    }
    // The rest of the body is not read, so nothing else can follow on this connection.
    if (request.version() != HttpVersion.HTTP_2) {
      request.response().putHeader("Connection", "close");
    }
    context.addEndHandler(ended -> request.connection().close());
    answer.end(request.response(), ErrorCode.BODY_TOO_LARGE);
  }

  private void limitWhatIsRead(RoutingContext context) {
    context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit());
    context.next();
  }

  private long limit() {
    long ofAll = http.limits().maxBodySize().map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    return InternalPort.isAsked()
        ? ofAll
        : Math.min(ofAll, publicBodies.maxPublicBodySize().asLongValue());
  }

  private static long contentLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    if (length == null) {
      return 0;
    }
    return LENGTH.matcher(length).matches() ? Long.parseLong(length) : Long.MAX_VALUE;
  }
}
