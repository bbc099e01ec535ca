package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** What an HTTP endpoint answered, whatever the status. */
public record TestingAnswer(int status, HttpHeaders headers, String body) {

  /** Fails where the body is no JSON. */
  public JsonNode json() {
    return TestingJson.read(body);
  }

  /** The sentence of an error, or the empty string where there is none. */
  public String detail() {
    return json().path("detail").asText();
  }

  /** The first value of this header, or the empty string. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** This answer, if it has this status; else a failure that shows the whole of it. */
  public TestingAnswer expect(int expectedStatus) {
    if (status != expectedStatus) {
      throw new AssertionError("expected status " + expectedStatus + " but got " + this);
    }
    return this;
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
