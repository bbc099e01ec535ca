package dev.parley.auth.debug;

import static dev.parley.auth.Client.json;
import static dev.parley.auth.Client.refused;

import dev.parley.auth.AuthTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@AuthTest
class DebugOffTest {

  @Test
  void thereIsNoDebugUnlessSwitchedOn() {
    for (String path : List.of("/debug", "/debug/users", "/debug/sessions", "/debug/reset")) {
      refused(json().get(path), 404, "Not Found", "not_found");
      refused(json().post(path), 404, "Not Found", "not_found");
    }
  }
}
