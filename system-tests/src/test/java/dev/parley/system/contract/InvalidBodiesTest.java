package dev.parley.system.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The 422 bodies of the first protocol. */
@WithStack
class InvalidBodiesTest {

  private final Http http;

  InvalidBodiesTest(RunningStack stack) {
    http = Http.at(stack.edge());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/register", "/login"})
  void aMissingFieldIsNamedWithWhatWasSent(String path) {
    JsonNode problem = onlyProblem(path, "{\"username\":\"ada\"}");
    Wire.assertFields(problem, "type", "loc", "msg", "input");
    assertEquals("missing", problem.get("type").asText());
    assertEquals("[\"body\",\"password\"]", problem.get("loc").toString());
    assertEquals("Field required", problem.get("msg").asText());
    assertEquals("{\"username\":\"ada\"}", problem.get("input").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/register", "/login"})
  void allMissingFieldsAreNamedAtOnce(String path) {
    JsonNode detail = detail(path, "{}");
    assertEquals(2, detail.size(), detail.toString());
    assertEquals("[\"body\",\"username\"]", detail.at("/0/loc").toString());
    assertEquals("[\"body\",\"password\"]", detail.at("/1/loc").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "true", "[\"ada\"]", "{\"name\":\"ada\"}"})
  void whatIsNoStringIsShown(String username) {
    JsonNode problem =
        onlyProblem("/login", "{\"username\":" + username + ",\"password\":\"secret\"}");
    assertEquals("string_type", problem.get("type").asText());
    assertEquals("[\"body\",\"username\"]", problem.get("loc").toString());
    assertEquals("Input should be a valid string", problem.get("msg").asText());
    assertEquals(username, problem.get("input").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"username\": x}", "ada", "{} {}", "{\"username\":\"ada\",}"})
  void whatIsNoJsonIsJsonInvalid(String body) {
    JsonNode problem = onlyProblem("/register", body);
    assertEquals("json_invalid", problem.get("type").asText());
    assertEquals("body", problem.at("/loc/0").asText());
  }

  @Test
  void noBodyAtAllIsMissing() {
    JsonNode problem = onlyProblem("/register", "");
    assertEquals("missing", problem.get("type").asText());
    assertEquals("[\"body\"]", problem.get("loc").toString());
  }

  @Test
  void unknownFieldsAreIgnored() {
    String body = "{\"username\":\"nobody-here\",\"password\":\"secret\",\"colour\":\"blue\"}";
    http.post("/login", body).expect(401);
  }

  private JsonNode onlyProblem(String path, String body) {
    JsonNode detail = detail(path, body);
    assertEquals(1, detail.size(), detail.toString());
    return detail.get(0);
  }

  private JsonNode detail(String path, String body) {
    return http.post(path, body).expect(422).json().get("detail");
  }
}
