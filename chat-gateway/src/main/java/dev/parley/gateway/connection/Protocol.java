package dev.parley.gateway.connection;

/** The protocol of a client, which offers it as WebSocket subprotocol. */
public enum Protocol {
  /** No subprotocol: whole user lists. */
  FIRST,
  /** {@value #V2_SUBPROTOCOL}: welcome, deltas of presence, read marks. */
  V2;

  public static final String V2_SUBPROTOCOL = "parley.v2";

  static Protocol of(String subprotocol) {
    return V2_SUBPROTOCOL.equals(subprotocol) ? V2 : FIRST;
  }
}
