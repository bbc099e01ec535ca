package dev.parley.http;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The main class of every service. */
@QuarkusMain
public final class ServiceMain {

  ServiceMain() {}

  /** Java reads the limits of its look-ups once, at the first look-up, so set them before. */
  public static void main(String... arguments) {
    NameLookUps.forgetSoon();
    Quarkus.run(arguments);
  }
}
