package dev.parley.fuzz.input;

import java.util.HashSet;
import java.util.Set;

/**
 * What may happen to a connection after an input, according to docs/protocol.md and RFC 6455.
 *
 * @param mayStay whether the connection may stay open
 * @param codes the close codes with which it may end
 */
public record Outcome(boolean mayStay, Set<Integer> codes) {

  private static final int GOING_AWAY = 1001;
  private static final int PROTOCOL_ERROR = 1002;
  private static final int NO_CODE = 1005;
  private static final int LOST = 1006;
  private static final int NOT_UTF8 = 1007;
  private static final int TOO_BIG = 1009;
  private static final int SESSION_INVALID = 4001;
  private static final int ORIGIN_NOT_ALLOWED = 1008;

  /** The connection stays open. */
  static final Outcome STAYS = new Outcome(true, Set.of());

  /** Breaking the WebSocket protocol ends the connection, with or without a close frame. */
  static final Outcome BROKEN = new Outcome(false, Set.of(PROTOCOL_ERROR, LOST, NOT_UTF8, NO_CODE));

  static final Outcome TOO_MUCH = new Outcome(false, Set.of(TOO_BIG, LOST));

  static final Outcome REFUSED = new Outcome(false, Set.of(SESSION_INVALID, ORIGIN_NOT_ALLOWED));

  /**
   * Random bytes may mean anything, so every outcome is permitted that does not blame the server.
   */
  static final Outcome ANY =
      new Outcome(
          true,
          Set.of(
              1000, GOING_AWAY, PROTOCOL_ERROR, NO_CODE, LOST, NOT_UTF8, TOO_BIG, SESSION_INVALID));

  public Outcome {
    codes = Set.copyOf(codes);
  }

  /** The server answers a close with the same code, unless that code must not be sent. */
  static Outcome closed(int code) {
    Set<Integer> codes = new HashSet<>(BROKEN.codes);
    codes.add(code);
    return new Outcome(false, codes);
  }

  public boolean isSure() {
    return mayStay && codes.isEmpty();
  }
}
