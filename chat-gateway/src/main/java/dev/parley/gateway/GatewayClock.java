package dev.parley.gateway;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock that everything here asks, so that tests can bring their own. */
class GatewayClock {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
