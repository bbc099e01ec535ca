package dev.parley.gateway.presence;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much is known of each other gateway. Changes come in order or not at all, so what is not the
 * next version is either known already or shows that something was missed. Not thread-safe.
 */
final class GatewayVersions {

  /** What to do with a change. */
  enum Verdict {
    /** It is the next one. */
    APPLY,
    /** It is known already. */
    STALE,
    /** Something before it was missed: only the gateway's hash can tell. */
    GAP
  }

  private final Map<String, Long> known = new HashMap<>();

  Verdict judge(String gateway, long version) {
    Long before = known.get(gateway);
    if (before == null || version > before + 1) {
      return Verdict.GAP;
    }
    return version == before + 1 ? Verdict.APPLY : Verdict.STALE;
  }

  boolean isBehind(String gateway, long version) {
    Long before = known.get(gateway);
    return before == null || version > before;
  }

  void reached(String gateway, long version) {
    known.put(gateway, version);
  }

  /** Forgets every gateway but these. */
  void retain(Set<String> gateways) {
    known.keySet().retainAll(gateways);
  }
}
