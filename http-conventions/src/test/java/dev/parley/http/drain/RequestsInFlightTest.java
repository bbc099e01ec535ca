package dev.parley.http.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RequestsInFlightTest {

  @Test
  void itIsQuietSinceTheLastRequestEnded() {
    RequestsInFlight requests = new RequestsInFlight(100);
    assertEquals(50, requests.quietNanos(150));
    requests.began();
    requests.began();
    requests.ended(200);
    assertEquals(0, requests.quietNanos(300));
    requests.ended(310);
    assertEquals(90, requests.quietNanos(400));
  }
}
