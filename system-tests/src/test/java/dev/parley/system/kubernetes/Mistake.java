package dev.parley.system.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A change of one place in one resource, and what should be said of it.
 *
 * @param pointer to the place
 * @param value JSON
 * @param found the resource in which it is found
 */
record Mistake(String resource, String pointer, String value, String finding, String found) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Found where it was made. */
  Mistake(String resource, String pointer, String value, String finding) {
    this(resource, pointer, value, finding, resource);
  }

  Manifests plantedIn(Manifests manifests) {
    return new Manifests(
        manifests.resources().stream()
            .map(each -> each.id().equals(resource) ? planted(each) : each)
            .toList());
  }

  private Resource planted(Resource into) {
    JsonNode copy = into.json().deepCopy();
    JsonPointer place = JsonPointer.compile(pointer);
    String last = place.last().getMatchingProperty();
    ((ObjectNode) copy.at(place.head())).set(last, parsed());
    return new Resource(copy);
  }

  private JsonNode parsed() {
    try {
      return MAPPER.readTree(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value, e);
    }
  }

  /** What the test is called. */
  @Override
  public String toString() {
    return "%s%s = %s".formatted(resource, pointer, value);
  }
}
