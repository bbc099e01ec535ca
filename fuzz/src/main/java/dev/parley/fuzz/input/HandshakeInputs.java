package dev.parley.fuzz.input;

/** Requests for a WebSocket. */
final class HandshakeInputs {

  private static final String UPGRADE =
      """
      Connection: Upgrade\r
      Upgrade: websocket\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      """;

  private HandshakeInputs() {}

  static Input draw(Dice dice) {
    Door door = dice.oneOf(Door.EDGE, Door.FIRST_GATEWAY, Door.SECOND_GATEWAY);
    return switch (dice.below(5)) {
      case 0 -> good(dice, door);
      case 1 ->
          handshake("bad token", door, "/ws?token=" + Target.segment(dice), "", Outcome.REFUSED);
      case 2 ->
          handshake(
              "cookie from elsewhere",
              door,
              "/ws",
              "Cookie: parley_session={token}\r\nOrigin: https://elsewhere.example\r\n",
              Outcome.REFUSED);
      default -> mutated(dice, door);
    };
  }

  /** In the second protocol or the first. */
  static String proper(boolean second) {
    return second
        ? request("/ws", "Authorization: Bearer {token}\r\nSec-WebSocket-Protocol: parley.v2\r\n")
        : request("/ws?token={token}", "");
  }

  private static Input good(Dice dice, Door door) {
    return new Input.Handshake(
        "proper handshake", door, proper(dice.onceIn(2)), true, Outcome.STAYS);
  }

  private static Input handshake(
      String kind, Door door, String path, String headers, Outcome outcome) {
    return new Input.Handshake(kind, door, request(path, headers), false, outcome);
  }

  private static Input mutated(Dice dice, Door door) {
    String bad = Mutation.ofText(dice, proper(dice.onceIn(2)));
    return new Input.Handshake("mutated handshake", door, bad, false, Outcome.ANY);
  }

  private static String request(String path, String headers) {
    return "GET %s HTTP/1.1\r\nHost: {host}\r\n%s%s\r\n".formatted(path, UPGRADE, headers);
  }
}
