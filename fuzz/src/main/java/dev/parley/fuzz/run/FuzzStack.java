package dev.parley.fuzz.run;

import dev.parley.stack.StackOptions;
import java.nio.file.Path;
import java.util.Map;

/** The stack that inputs are thrown at. */
public final class FuzzStack {

  /**
   * Password hashes are cheap, so that they do not take up the run. Bad logins are not throttled,
   * because most would then never reach the code that checks them. A stop does not wait for sockets
   * whose client has vanished.
   */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PARLEY_PASSWORDS_ITERATIONS", "10000",
          "PARLEY_CONNECTION_CLOSE_WITHIN", "2S",
          "PARLEY_THROTTLE_ACCOUNT_FREE", "1000000000",
          "PARLEY_THROTTLE_ADDRESS_FREE", "1000000000",
          "PARLEY_THROTTLE_REGISTRATION_FREE", "1000000000");

  private FuzzStack() {}

  /**
   * Starts a stack with two gateways on free ports.
   *
   * @param data a new folder
   */
  public static StackOptions options(Path data) {
    return StackOptions.defaults()
        .withData(data)
        .withPort(0)
        .withGateways(2)
        .withEnvironment(ENVIRONMENT);
  }
}
