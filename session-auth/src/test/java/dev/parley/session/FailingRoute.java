package dev.parley.session;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Something outside of every endpoint that does not work. */
@Singleton
class FailingRoute {

  static final String FAILS = "/fails";
  static final String REFUSES = "/refuses";
  static final String MESSAGE = "this fails on purpose";

  void install(@Observes Router router) {
    router.get(FAILS).handler(request -> request.fail(new IllegalStateException(MESSAGE)));
    router.get(REFUSES).handler(request -> request.fail(400, new IllegalStateException(MESSAGE)));
  }
}
