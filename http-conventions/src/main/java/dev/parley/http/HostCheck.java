package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Answers a request that does not say which host it is for, or says it twice, with 400 (RFC 9112,
 * 3.2). Vert.x fails most of them before any handler, and Quarkus would log that with the address,
 * in whose query a session token may stand.
 */
@Singleton
class HostCheck {

  /** Its answer has a request id as well. */
  private static final int AFTER_REQUEST_ID = RequestIdFilter.BEFORE_OTHERS - 1;

  private static final int BEFORE_OTHERS = Integer.MIN_VALUE;

  @Inject ErrorAnswer answer;

  void install(@Observes Filters filters) {
    filters.register(this::check, AFTER_REQUEST_ID);
  }

  void install(@Observes Router router) {
    guard(router);
  }

  /** Answers what Vert.x fails before any handler of this router. */
  void guard(Router router) {
    router.route().order(BEFORE_OTHERS).failureHandler(this::check);
  }

  private void check(RoutingContext context) {
    if (hasOneHost(context.request())) {
      context.next();
    } else {
      answer.end(context.response(), ErrorCode.HOST_INVALID);
    }
  }

  /** In HTTP/2 it is no header. */
  private static boolean hasOneHost(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority != null
        && !authority.host().isEmpty()
        && request.headers().getAll("Host").size() <= 1;
  }
}
