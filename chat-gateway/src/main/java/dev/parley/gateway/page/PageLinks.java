package dev.parley.gateway.page;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Links to a conversation, like {@code /c/dm-12-57}, and to the settings lead to the page; the page
 * looks at the path.
 */
@ApplicationScoped
class PageLinks {

  void route(@Observes Router router) {
    router.get("/c/:conversation").handler(request -> request.reroute("/"));
    router.get("/settings").handler(request -> request.reroute("/"));
  }
}
