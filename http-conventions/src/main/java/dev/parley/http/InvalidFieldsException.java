package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Ends a request with 422 and all that is wrong with its body. */
class InvalidFieldsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldProblem> problems;

  InvalidFieldsException(List<FieldProblem> problems) {
    super("Invalid request fields");
    this.problems = List.copyOf(problems);
  }

  Response response() {
    return Response.status(ErrorCode.VALIDATION_FAILED.httpStatus())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new Body(problems, ErrorCode.VALIDATION_FAILED))
        .build();
  }

  /** {@code {"detail":[…],"code":"validation_failed"}}. */
  @RegisterForReflection
  record Body(List<FieldProblem> detail, ErrorCode code) {}
}
