package dev.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

  /** The same where every field may be missing, and so may the body. */
  public static RequestFields ofOptional(String body) {
    return of(body == null || body.isBlank() ? "{}" : body);
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
    if (value != null && !isLong(value)) {
      problems.add(FieldProblem.wrongType("int_type", field, "integer", value));
    }
    return value == null ? 0 : value.asLong();
  }

  /** Empty where it is missing or null. */
  public Optional<String> optionalString(String field) {
    return optional(field, JsonNode::isTextual, "string_type", "string").map(JsonNode::asText);
  }

  /** Empty where it is missing or null. */
  public Optional<Long> optionalInteger(String field) {
    return optional(field, RequestFields::isLong, "int_type", "integer").map(JsonNode::asLong);
  }

  /** Empty where it is missing or null. */
  public List<Long> optionalIntegers(String field) {
    return optional(field, RequestFields::isListOfLongs, "list_type", "list of integers")
        .map(list -> list.valueStream().map(JsonNode::asLong).toList())
        .orElse(List.of());
  }

  /** False stands in where it is missing or no boolean, until {@link #check()} fails. */
  public boolean requiredBoolean(String field) {
    JsonNode value = required(field);
    if (value != null && !value.isBoolean()) {
      problems.add(FieldProblem.wrongType("bool_type", field, "boolean", value));
    }
    return value != null && value.asBoolean();
  }

  /** Whether it is there, as null too. */
  public boolean has(String field) {
    return body.has(field);
  }

  /** False where it is missing. */
  public boolean optionalBoolean(String field) {
    return optional(field, JsonNode::isBoolean, "bool_type", "boolean")
        .map(JsonNode::asBoolean)
        .orElse(false);
  }

  /** Fails with 422 if any field read so far was missing or of the wrong type. */
  public void check() {
    if (!problems.isEmpty()) {
      throw new InvalidFieldsException(problems);
    }
  }

  private Optional<JsonNode> optional(
      String field, Predicate<JsonNode> isRight, String type, String expected) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!isRight.test(value)) {
      problems.add(FieldProblem.wrongType(type, field, expected, value));
      return Optional.empty();
    }
    return Optional.of(value);
  }

  private static boolean isLong(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong();
  }

  private static boolean isListOfLongs(JsonNode value) {
    return value.isArray() && value.valueStream().allMatch(RequestFields::isLong);
  }

  private JsonNode required(String field) {
    JsonNode value = body.get(field);
    if (value == null) {
      problems.add(FieldProblem.missing(field, body));
    }
    return value;
  }
}
