package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Makes Quarkus's management port the one for everything that no client may see: health and
 * metrics, which Quarkus serves there alone, and {@link InternalPaths internal paths}, which pass
 * on to the endpoints of the service, with all their filters. A request that came here carries a
 * mark, without which internal paths are not found ({@link ServiceSecretFilter}).
 */
@Singleton
class InternalPort {

  private static final String MARK = InternalPort.class.getName();

  /**
   * Quarkus reads whole bodies here, before anybody has shown the service secret, and lets pages of
   * all origins ask. Nothing on this port needs either; both come first of all.
   */
  private static final int UNWANTED = 2;

  private final ErrorAnswer answer;
  private final HostCheck hosts;
  private final FailedRequests failures;
  private Router endpoints;

  @Inject
  InternalPort(ErrorAnswer answer, HostCheck hosts, FailedRequests failures) {
    this.answer = answer;
    this.hosts = hosts;
    this.failures = failures;
  }

  /** Whether what is done on this context answers a request to the internal port. */
  static boolean isAsked() {
    return ContextLocals.get(MARK, false);
  }

  /** Quarkus tells of this router before it tells of the other one. */
  void remember(@Observes Router router) {
    endpoints = router;
  }

  void open(@Observes ManagementInterface management) {
    Router router = management.router();
    router.getRoutes().stream().limit(UNWANTED).forEach(Route::disable);
    hosts.guard(router);
    failures.guard(router);
    // Of a path that cannot be read Vert.x asks no handler, and would log an error.
    router.errorHandler(
        ErrorCode.INVALID_FORMAT.httpStatus(),
        context -> answer.end(context.response(), ErrorCode.INVALID_FORMAT));
    router.route(InternalPaths.ROOT + "/*").handler(this::passOn);
    router.route().last().handler(this::refuse);
  }

  private void passOn(RoutingContext context) {
    ContextLocals.put(MARK, true);
    endpoints.handle(context.request());
  }

  private void refuse(RoutingContext context) {
    answer.end(context.response(), ErrorCode.NOT_FOUND);
  }
}
