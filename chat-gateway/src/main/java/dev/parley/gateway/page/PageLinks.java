package dev.parley.gateway.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Serves the page for links to a conversation, like {@code /c/dm-12-57}, and to the settings; the
 * page looks at the path. A browser that asks for an address that does not exist gets the page,
 * too, instead of an answer for programs.
 */
@ApplicationScoped
class PageLinks {

  /** Neither a file, which has a dot in its name, nor the socket. */
  private static final String ANY_OTHER = "/(?!ws(?:/|$)|static/)[^.]+";

  void route(@Observes Router router) {
    router.get("/c/:conversation").handler(request -> request.reroute("/"));
    router.get("/settings").handler(request -> request.reroute("/"));
    router.getWithRegex(ANY_OTHER).handler(PageLinks::lost);
  }

  private static void lost(RoutingContext request) {
    String accepted = request.request().getHeader(HttpHeaders.ACCEPT);
    if (accepted == null || !accepted.contains("text/html")) {
      request.next();
      return;
    }
    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    request.reroute("/");
  }
}
