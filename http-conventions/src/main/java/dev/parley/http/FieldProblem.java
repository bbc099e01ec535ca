package dev.parley.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * One entry of a 422 body, in the shape that the first protocol's clients know: {@code
 * {"type":"missing","loc":["body","password"],"msg":"Field required","input":{…}}}.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldProblem(
    String type, List<Object> loc, String msg, JsonNode input, Map<String, String> ctx) {

  static FieldProblem missing(String field, JsonNode body) {
    return new FieldProblem("missing", List.of("body", field), "Field required", body, null);
  }

  static FieldProblem wrongType(String type, String field, String expected, JsonNode input) {
    return new FieldProblem(
        type, List.of("body", field), "Input should be a valid " + expected, input, null);
  }

  static FieldProblem missingBody() {
    return new FieldProblem(
        "missing", List.of("body"), "Field required", JsonNodeFactory.instance.nullNode(), null);
  }

  static FieldProblem notAnObject(JsonNode body) {
    return new FieldProblem(
        "model_attributes_type",
        List.of("body"),
        "Input should be a valid dictionary or object to extract fields from",
        body,
        null);
  }

  static FieldProblem invalidJson(long offset, String reason) {
    return new FieldProblem(
        "json_invalid",
        List.of("body", offset),
        "JSON decode error",
        JsonNodeFactory.instance.objectNode(),
        Map.of("error", reason));
  }
}
