package dev.parley.auth.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The metric {@code parley_login_failures_total}: logins with a wrong name or password. */
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
