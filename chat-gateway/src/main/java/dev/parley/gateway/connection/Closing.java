package dev.parley.gateway.connection;

import dev.parley.protocol.ErrorCode;
import io.quarkus.websockets.next.CloseReason;

/** The ways in which a gateway ends a connection; the codes are those of the wire contract. */
public enum Closing {
  SESSION_INVALID(ErrorCode.SESSION_INVALID, "Invalid or expired session token"),
  TOO_SLOW(ErrorCode.TOO_SLOW, "Too slow: reconnect and resume"),
  TOO_FAST(ErrorCode.TOO_MANY_REQUESTS, "Too many messages"),
  TOO_MANY_SOCKETS(ErrorCode.TOO_MANY_SOCKETS, "Too many connections of this user"),
  TOO_BIG(ErrorCode.BODY_TOO_LARGE, "Frame too big"),
  ORIGIN_NOT_ALLOWED(ErrorCode.ORIGIN_NOT_ALLOWED, "Origin not allowed"),
  RESUME_EXPECTED(ErrorCode.RESUME_EXPECTED, "A parley.v2 client begins with resume"),
  GOING_AWAY(ErrorCode.GOING_AWAY, "Going away for a restart: reconnect"),
  TOO_MANY_OF_ADDRESS(1013, "Too many connections from this address: try again"),
  UNAVAILABLE(1013, "Temporarily unavailable: try again"),
  INTERNAL(1011, "Internal error");

  private final int code;
  private final String text;

  Closing(ErrorCode error, String text) {
    this(error.closeCode().orElseThrow(), text);
  }

  Closing(int code, String text) {
    this.code = code;
    this.text = text;
  }

  public CloseReason reason() {
    return new CloseReason(code, text);
  }
}
