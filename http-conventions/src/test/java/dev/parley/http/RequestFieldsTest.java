package dev.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestFieldsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void namesEveryMissingFieldAtOnce() {
    RequestFields fields = RequestFields.of("{}");
    fields.requiredString("username");
    fields.requiredString("password");
    JsonNode detail = detailOf(assertThrows(InvalidFieldsException.class, fields::check));
    assertEquals(2, detail.size());
    assertEquals("missing", detail.at("/0/type").asText());
    assertEquals("[\"body\",\"username\"]", detail.at("/0/loc").toString());
    assertEquals("{}", detail.at("/0/input").toString());
    assertEquals("[\"body\",\"password\"]", detail.at("/1/loc").toString());
  }

  @Test
  void aNumberIsNoString() {
    RequestFields fields = RequestFields.of("{\"username\":5}");
    fields.requiredString("username");
    JsonNode detail = detailOf(assertThrows(InvalidFieldsException.class, fields::check));
    assertEquals("string_type", detail.at("/0/type").asText());
    assertEquals("Input should be a valid string", detail.at("/0/msg").asText());
    assertEquals(5, detail.at("/0/input").asInt());
  }

  @Test
  void optionalFieldsMayBeMissingOrNull() {
    RequestFields fields = RequestFields.of("{\"topic\":null}");
    assertEquals(Optional.empty(), fields.optionalString("topic"));
    assertEquals(Optional.empty(), fields.optionalString("name"));
    assertEquals(Optional.empty(), fields.optionalInteger("successor"));
    assertEquals(List.of(), fields.optionalIntegers("members"));
    assertTrue(fields.has("topic"));
    assertFalse(fields.has("name"));
    fields.check();
  }

  @Test
  void optionalFieldsMustBeOfTheirTypeWhereTheyAreThere() {
    RequestFields fields =
        RequestFields.of("{\"name\":1,\"successor\":\"2\",\"members\":[1,\"2\"],\"on\":0}");
    fields.optionalString("name");
    fields.optionalInteger("successor");
    fields.optionalIntegers("members");
    fields.requiredBoolean("on");
    JsonNode detail = detailOf(assertThrows(InvalidFieldsException.class, fields::check));
    assertEquals(
        List.of("string_type", "int_type", "list_type", "bool_type"),
        detail.findValuesAsText("type"));
  }

  @Test
  void anOptionalBodyMayBeEmptyButMustBeJsonOtherwise() {
    RequestFields.ofOptional("").check();
    RequestFields.ofOptional(null).check();
    assertThrows(InvalidFieldsException.class, () -> RequestFields.ofOptional("[]"));
  }

  @Test
  void tellsWhereTheJsonBreaks() {
    JsonNode detail =
        detailOf(
            assertThrows(InvalidFieldsException.class, () -> RequestFields.of("{\"username\": x")));
    assertEquals("json_invalid", detail.at("/0/type").asText());
    assertEquals("body", detail.at("/0/loc/0").asText());
  }

  @Test
  void jsonThatIsNestedTooDeeplyIsInvalid() {
    String tooDeep = "[".repeat(5_000);
    JsonNode detail =
        detailOf(assertThrows(InvalidFieldsException.class, () -> RequestFields.of(tooDeep)));
    assertEquals("json_invalid", detail.at("/0/type").asText());
  }

  @Test
  void anArrayHasNoFields() {
    JsonNode detail =
        detailOf(assertThrows(InvalidFieldsException.class, () -> RequestFields.of("[1]")));
    assertEquals("model_attributes_type", detail.at("/0/type").asText());
  }

  @Test
  void anEmptyBodyIsMissing() {
    JsonNode detail =
        detailOf(assertThrows(InvalidFieldsException.class, () -> RequestFields.of("")));
    assertEquals("[\"body\"]", detail.at("/0/loc").toString());
  }

  private static JsonNode detailOf(InvalidFieldsException failure) {
    return JSON.valueToTree(failure.response().getEntity()).get("detail");
  }
}
