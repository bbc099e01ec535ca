package dev.parley.chaos.schedule;

import java.util.Locale;

/** What may happen to a part. The weight says how often it is drawn, relative to the others. */
public enum FaultKind {
  /** kill -9 of a chat gateway. */
  GATEWAY(2, true),
  /** kill -9 of a history service. */
  HISTORY(2, true),
  /** kill -9 of an auth service. */
  AUTH(2, true),
  /** kill -9 of Redis, which comes back empty. */
  REDIS(1, true),
  /** kill -9 of PostgreSQL with all its processes; it comes back by crash recovery. */
  POSTGRES(1, true),
  /** SIGSTOP of any part, and SIGCONT some seconds later. */
  PAUSE(2, false),
  /** SIGTERM of a gateway, history or auth service: an orderly stop. */
  DRAIN(2, false);

  private final int weight;
  private final boolean kills;

  FaultKind(int weight, boolean kills) {
    this.weight = weight;
    this.kills = kills;
  }

  static FaultKind killing(Target target) {
    return switch (target) {
      case GATEWAY_1, GATEWAY_2 -> GATEWAY;
      case HISTORY_1, HISTORY_2 -> HISTORY;
      case AUTH_1, AUTH_2 -> AUTH;
      case REDIS -> REDIS;
      case POSTGRES -> POSTGRES;
    };
  }

  int weight() {
    return weight;
  }

  /** By SIGKILL. */
  public boolean kills() {
    return kills;
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
