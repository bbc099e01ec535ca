package dev.parley.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Gives every request its {@link RequestId}, before anything else happens to it. */
@Singleton
class RequestIdFilter {

  static final int BEFORE_OTHERS = 200_000;

  void install(@Observes Filters filters) {
    filters.register(RequestIdFilter::name, BEFORE_OTHERS);
  }

  private static void name(RoutingContext context) {
    String id = RequestId.of(context.request().getHeader(RequestId.HEADER));
    RequestId.enter(id);
    context.response().putHeader(RequestId.HEADER, id);
    context.next();
  }
}
