package dev.parley.history.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import jakarta.inject.Singleton;

/** Reads the JSON that another service sent. Answers 400 with a sentence if the JSON is wrong. */
@Singleton
public class InternalBody {

  private final ObjectMapper json;

  InternalBody(ObjectMapper json) {
    this.json = json;
  }

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

  /** The protocol's records say themselves what is wrong. Jackson wraps their exceptions. */
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
