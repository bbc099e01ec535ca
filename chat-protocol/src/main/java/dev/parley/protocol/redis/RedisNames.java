package dev.parley.protocol.redis;

import dev.parley.protocol.SessionToken;

/** Every Redis key and pub/sub channel that Parley uses. Redis keeps nothing durable. */
public final class RedisNames {

  /** Channel: {@link SessionsRevoked} as JSON, from the auth service to every gateway. */
  public static final String SESSIONS_REVOKED = "parley:sessions-revoked";

  /** Channel: {@link ReadMarkMoved} as JSON, from the history service to every gateway. */
  public static final String READ_MARKS = "parley:read-marks";

  /** Channel: committed events, by RelayCodec, from whoever committed them to every gateway. */
  public static final String EVENTS = "parley:events";

  /** Channel: typing, in the gateways' own form, from gateway to gateway. */
  public static final String TYPING = "parley:typing";

  /** Channel: changes of presence, in the gateways' own form, from gateway to gateway. */
  public static final String PRESENCE = "parley:presence";

  /** Channel: empty; all data was reset, and every gateway forgets what it knows. */
  public static final String RESET = "parley:reset";

  /** Set of gateway ids that may be alive; a gateway is, while its {@link #gatewayLease} exists. */
  public static final String GATEWAYS = "parley:gateways";

  private RedisNames() {}

  /** String with a time to live: this gateway is alive. */
  public static String gatewayLease(String gatewayId) {
    return "parley:gateway:" + gatewayId + ":lease";
  }

  /**
   * Hash: the users at this gateway. Each user has a field whose name is the user's id. Other
   * fields say whether the hash is complete.
   */
  public static String gatewayUsers(String gatewayId) {
    return "parley:gateway:" + gatewayId + ":users";
  }

  /** Channel: empty, from a gateway to itself; it shows that its connections to Redis live. */
  public static String heartbeat(String gatewayId) {
    return "parley:heartbeat:" + gatewayId;
  }

  /** String with a time to live: {@link dev.parley.protocol.VerifiedSession} as JSON. */
  public static String session(SessionToken.Hash hash) {
    return "parley:session:" + hash;
  }

  /**
   * Hash with a time to live: what was tried in vain lately, in the auth service's own form.
   *
   * @param what is counted, {@code "account"}
   * @param of the hash of what it is counted for
   */
  public static String strikes(String what, String of) {
    return "parley:strikes:" + what + ":" + of;
  }
}
