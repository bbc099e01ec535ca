package dev.parley.fuzz.run;

import java.nio.charset.StandardCharsets;

/** Fills the values of a run into inputs. */
final class Filled {

  private Filled() {}

  static byte[] in(String input, String token, String host) {
    return input
        .replace("{token}", token)
        .replace("{host}", host)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
