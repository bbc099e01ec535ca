package dev.parley.auth.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The metric {@code parley_login_failures_total}: logins with a wrong name or password. It is there
 * from the start on, so that the first one is seen as an increase.
 */
@Startup
@ApplicationScoped
class LoginFailures {

  private final Counter counter;

  @Inject
  LoginFailures(MeterRegistry metrics) {
    counter =
        Counter.builder("parley.login.failures")
            .description("Logins with a wrong name or password")
            .register(metrics);
  }

  void count() {
    counter.increment();
  }
}
