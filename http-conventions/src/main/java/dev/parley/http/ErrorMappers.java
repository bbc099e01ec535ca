package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever an endpoint throws into an {@link ErrorBody}; a stack trace stays in the log. */
class ErrorMappers {

  private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

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

  @ServerExceptionMapper
  Response unexpected(Throwable failure) {
    LOG.error("A request failed", failure);
    return ErrorBody.response(ErrorCode.INTERNAL);
  }
}
