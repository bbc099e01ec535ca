package dev.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a JSON request body, read one by one. Reads never fail; {@link #check()} then fails
 * once, with a 422 that names every field that was missing or of the wrong type. Unknown fields are
 * ignored.
 *
 * <pre>{@code
 * RequestFields fields = RequestFields.of(body);
 * String username = fields.requiredString("username");
 * String password = fields.requiredString("password");
 * fields.check();
 * }</pre>
 */
public final class RequestFields {

  private static final ObjectReader JSON =
      new ObjectMapper().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonNode body;
  private final List<FieldProblem> problems = new ArrayList<>();

  private RequestFields(JsonNode body) {
    this.body = body;
  }

  /** Fails with 422 at once where the body is no JSON object. */
  public static RequestFields of(String body) {
    if (body == null || body.isBlank()) {
      throw invalid(FieldProblem.missingBody());
    }
    JsonNode json = parse(body);
    if (!json.isObject()) {
      throw invalid(FieldProblem.notAnObject(json));
    }
    return new RequestFields(json);
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw invalid(FieldProblem.invalidJson(offset(e), "Expecting valid JSON"));
    }
  }

  /** Jackson does not say where JSON is nested too deeply. */
  private static long offset(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
  }

  private static InvalidFieldsException invalid(FieldProblem problem) {
    return new InvalidFieldsException(List.of(problem));
  }

  /** The empty string stands in where it is missing or no string, until {@link #check()} fails. */
  public String requiredString(String field) {
    JsonNode value = required(field);
    if (value != null && !value.isTextual()) {
      problems.add(FieldProblem.wrongType("string_type", field, "string", value));
    }
    return value == null ? "" : value.asText();
  }

  /** 0 stands in where it is missing or no integer, until {@link #check()} fails. */
  public long requiredInteger(String field) {
    JsonNode value = required(field);
    if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
      problems.add(FieldProblem.wrongType("int_type", field, "integer", value));
    }
    return value == null ? 0 : value.asLong();
  }

  /** False where it is missing. */
  public boolean optionalBoolean(String field) {
    JsonNode value = body.get(field);
    if (value != null && !value.isNull() && !value.isBoolean()) {
      problems.add(FieldProblem.wrongType("bool_type", field, "boolean", value));
    }
    return value != null && value.asBoolean();
  }

  /** Fails with 422 if any field read so far was missing or of the wrong type. */
  public void check() {
    if (!problems.isEmpty()) {
      throw new InvalidFieldsException(problems);
    }
  }

  private JsonNode required(String field) {
    JsonNode value = body.get(field);
    if (value == null) {
      problems.add(FieldProblem.missing(field, body));
    }
    return value;
  }
}
