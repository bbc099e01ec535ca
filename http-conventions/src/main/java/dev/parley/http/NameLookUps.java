package dev.parley.http;

import java.security.Security;
import java.time.Duration;

/**
 * How long a process remembers the addresses of a host name. By default Java remembers them for 30
 * s, and for 10 s that there were none. A database that moves to another address would be away for
 * that much longer.
 *
 * <p>Changing a security property makes Java log, and our log looks up the name of this machine:
 * that fixes both limits. So only the second one is such a property, which has no other way in, and
 * it comes last.
 */
final class NameLookUps {

  private static final Duration FOUND = Duration.ofSeconds(5);
  private static final Duration NOT_FOUND = Duration.ofSeconds(1);

  private NameLookUps() {}

  /** Takes effect only before the first look-up of the process. */
  static void forgetSoon() {
    System.setProperty("sun.net.inetaddr.ttl", Long.toString(FOUND.toSeconds()));
    Security.setProperty("networkaddress.cache.negative.ttl", Long.toString(NOT_FOUND.toSeconds()));
  }
}
