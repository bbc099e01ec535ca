package dev.parley.gateway.page;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;

/**
 * Scripts and styles, compressed once as well as gzip can, before the first request. Who takes no
 * gzip gets the files themselves. For HTTP/2, which is off, it is not made: there the server
 * compresses whatever is called gzip, and would do so a second time.
 */
@ApplicationScoped
class CompressedBundle {

  private static final String PATH = "/static/bundle/";
  private static final String GZIP = "gzip";

  /** After the filters that set headers, before the files. */
  private static final int BEFORE_THE_FILES = -100;

  private final Map<String, CompressedFile> files = new HashMap<>();

  CompressedBundle(Bundle bundle) {
    for (String name : bundle.mapping().names()) {
      String path = bundle.mapping().get(name);
      CompressedFile.read("META-INF/resources" + path).ifPresent(file -> files.put(path, file));
    }
  }

  void route(@Observes Router router) {
    router.get(PATH + "*").order(BEFORE_THE_FILES).handler(this::serve);
  }

  private void serve(RoutingContext request) {
    CompressedFile file = files.get(request.normalizedPath());
    if (file == null || !takesGzip(request)) {
      request.next();
      return;
    }
    HttpServerResponse response = request.response();
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.contentType());
    response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
    response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    response.end(file.gzip());
  }

  private static boolean takesGzip(RoutingContext request) {
    String accepted = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && accepted.contains(GZIP);
  }
}
