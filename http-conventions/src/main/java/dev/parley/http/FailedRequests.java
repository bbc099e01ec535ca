package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/**
 * Answers and logs failures outside of all endpoints in the way in which {@link ErrorMappers}
 * handles failures within them. It acts just before Quarkus would, because Quarkus logs the
 * request's address, and the query may contain a session token.
 */
@Singleton
class FailedRequests {

  private static final Logger LOG = Logger.getLogger(FailedRequests.class);

  private static final int BEFORE_QUARKUS = Integer.MAX_VALUE - 1;

  @Inject ErrorAnswer answer;

  void install(@Observes Router router) {
    guard(router);
  }

  /** Answers and logs failures on this router. */
  void guard(Router router) {
    router.route().order(BEFORE_QUARKUS).failureHandler(this::failed);
  }

  private void failed(RoutingContext context) {
    if (context.response().ended()) {
      LOG.debug("The request failed after its response was sent", context.failure());
      return;
    }
    if (hasAnAnswer(context.failure())) {
      context.next();
      return;
    }
    ErrorCode code = code(context.statusCode());
    log(code, context.failure());
    answer(context, code);
  }

  /** Quarkus itself answers a bare status, a missing right and a missing thread. */
  private static boolean hasAnAnswer(Throwable failure) {
    return failure == null
        || failure instanceof SecurityException
        || failure instanceof RejectedExecutionException;
  }

  private static ErrorCode code(int status) {
    return switch (status) {
      case 404 -> ErrorCode.NOT_FOUND;
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case 413 -> ErrorCode.BODY_TOO_LARGE;
      default -> status >= 400 && status < 500 ? ErrorCode.INVALID_FORMAT : ErrorCode.INTERNAL;
    };
  }

  private static void log(ErrorCode code, Throwable failure) {
    if (code != ErrorCode.INTERNAL) {
      LOG.debugf("A request was refused: %s", code);
    } else if (failure instanceof IOException) {
      LOG.debug("A client disconnected", failure);
    } else {
      LOG.error("A request failed", failure);
    }
  }

  private void answer(RoutingContext context, ErrorCode code) {
    HttpServerResponse response = context.response();
    if (response.headWritten()) {
      context.request().connection().close();
    } else {
      answer.end(response, code);
    }
  }
}
