package dev.parley.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.frame.WireJson;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;

/** What an HTTP endpoint answered, whatever the status. */
public record HttpAnswer(int status, HttpHeaders headers, String body) {

  /**
   * @throws IllegalStateException where the body is no JSON
   */
  public JsonNode json() {
    return WireJson.read(body);
  }

  /** The body as a record; fields that it does not have are skipped. */
  public <T> T as(Class<T> type) {
    return WireJson.convert(json(), type);
  }

  public <T> List<T> listOf(Class<T> type) {
    return StreamSupport.stream(json().spliterator(), false)
        .map(entry -> WireJson.convert(entry, type))
        .toList();
  }

  /** The sentence of an error, or the empty string where there is none. */
  public String detail() {
    return json().path("detail").asText();
  }

  /** The {@code code} of an error, or the empty string where there is none. */
  public String code() {
    return json().path("code").asText();
  }

  /** The first value of this header, or the empty string. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /**
   * This answer, if it has this status.
   *
   * @throws RefusedException which shows the whole of it
   */
  public HttpAnswer expect(int expectedStatus) {
    if (status != expectedStatus) {
      throw new RefusedException(expectedStatus, this);
    }
    return this;
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
