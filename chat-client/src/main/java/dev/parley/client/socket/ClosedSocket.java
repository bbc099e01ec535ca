package dev.parley.client.socket;

/** How a WebSocket ended. */
public record ClosedSocket(int code, String reason) {

  /** No close frame came (RFC 6455, 7.1.5). */
  public static final int LOST = 1006;

  /** A close frame came without a code. */
  public static final int NO_CODE = 1005;

  /** No code of the protocol: this client itself let go. */
  public static final int DROPPED = 0;
}
