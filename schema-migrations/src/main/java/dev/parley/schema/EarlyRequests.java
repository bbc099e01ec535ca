package dev.parley.schema;

import dev.parley.http.ErrorAnswer;
import dev.parley.protocol.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers {@code unavailable} until the schema is up to date. Health has a port of its own. */
@Singleton
class EarlyRequests {

  /** After the request id and the host's check. */
  private static final int BEFORE_ENDPOINTS = 1_000;

  private final Migrations migrations;
  private final ErrorAnswer answer;

  EarlyRequests(Migrations migrations, ErrorAnswer answer) {
    this.migrations = migrations;
    this.answer = answer;
  }

  void install(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ENDPOINTS);
  }

  private void check(RoutingContext context) {
    if (migrations.areDone()) {
      context.next();
    } else {
      answer.end(context.response(), ErrorCode.UNAVAILABLE);
    }
  }
}
