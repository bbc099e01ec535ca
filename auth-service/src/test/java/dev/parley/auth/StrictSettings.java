package dev.parley.auth;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An operator who asks for more than the first protocol does. */
public class StrictSettings implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "parley.passwords.min-length", "12",
        "parley.passwords.refuse-common-at-registration", "true",
        "parley.sessions.idle-after", "30M");
  }
}
