package dev.parley.fuzz.run;

import dev.parley.stack.StackOptions;
import java.nio.file.Path;
import java.util.Map;

/** The stack that inputs are thrown at. */
public final class FuzzStack {

  /**
   * Hashing passwords shall not be what takes the time, and nobody shall be told to wait who throws
   * bad logins: then most of them would never reach what checks them. Nor shall the end of a run
   * wait for sockets whose client has left without a word.
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
   * With two gateways, on free ports.
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
