package dev.parley.history.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Reads the JSON that another service sent; 400 with a sentence where it is not as agreed. */
@Singleton
public class InternalBody {

  @Inject ObjectMapper json;

  public <T> T read(String body, Class<T> type) {
    try {
      T request = json.readValue(body, type);
      if (request == null) {
        throw new ParleyException(ErrorCode.INVALID_FORMAT, "The body must not be null");
      }
      return request;
    } catch (JsonProcessingException e) {
      throw refusal(e);
    }
  }

  /** The records of the protocol say themselves what is wrong; Jackson wraps what they say. */
  private static ParleyException refusal(JsonProcessingException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof ParleyException exact) {
      return exact;
    }
    return cause instanceof IllegalArgumentException
        ? new ParleyException(ErrorCode.INVALID_FIELD, cause.getMessage())
        : new ParleyException(ErrorCode.INVALID_FORMAT);
  }
}
