package dev.parley.chaos.run;

import dev.parley.protocol.Mechanism;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Environment variables of every service of a run. */
final class ServiceEnvironment {

  private ServiceEnvironment() {}

  /** Few iterations, so that a run does not spend its time on registrations and logins. */
  static Map<String, String> of(Set<Mechanism> without) {
    String names = without.stream().map(Mechanism::name).sorted().collect(Collectors.joining(","));
    return Map.of("PARLEY_PASSWORDS_ITERATIONS", "10000", Mechanism.VARIABLE, names);
  }
}
