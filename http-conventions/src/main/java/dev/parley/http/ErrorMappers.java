package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever an endpoint throws into an {@link ErrorBody}; a stack trace stays in the log. */
class ErrorMappers {

  private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

  /** Quarkus has no type of its own for this. */
  private static final String TOO_LARGE = "Request too large";

  @ServerExceptionMapper
  Response expected(ParleyException failure) {
    return ErrorBody.response(failure);
  }

  @ServerExceptionMapper
  Response invalidFields(InvalidFieldsException failure) {
    return failure.response();
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    return switch (status) {
      case 404 -> ErrorBody.response(ErrorCode.NOT_FOUND);
      case 405 -> ErrorBody.response(ErrorCode.METHOD_NOT_ALLOWED);
      case 413 -> ErrorBody.response(ErrorCode.BODY_TOO_LARGE);
      default -> status < 500 ? failure.getResponse() : unexpected(failure);
    };
  }

  /**
   * The body could not be read. Either it is too long without having announced it, and Quarkus has
   * already answered, or its client aborted it, and no answer can reach the client.
   */
  @ServerExceptionMapper
  Response unread(IOException failure) {
    if (TOO_LARGE.equals(failure.getMessage())) {
      return ErrorBody.response(ErrorCode.BODY_TOO_LARGE);
    }
    return isBrokenOff(failure)
        ? ErrorBody.response(ErrorCode.INVALID_FORMAT)
        : unexpected(failure);
  }

  private static boolean isBrokenOff(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(it -> it instanceof ClosedChannelException || it instanceof HttpClosedException);
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure) {
    LOG.error("A request failed", failure);
    return ErrorBody.response(ErrorCode.INTERNAL);
  }
}
