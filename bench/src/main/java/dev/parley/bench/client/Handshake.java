package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** The request that opens a WebSocket, and its answer (RFC 6455, section 4). */
final class Handshake {

  private static final byte[] END = {'\r', '\n', '\r', '\n'};
  private static final String ACCEPTED = "HTTP/1.1 101";

  private Handshake() {}

  /**
   * @param token of the session; goes into the query, where both protocols may have it
   */
  static ByteBuf request(String host, String token, Dialect dialect) {
    String subprotocol = dialect == Dialect.SECOND ? "Sec-WebSocket-Protocol: parley.v2\r\n" : "";
    return Unpooled.copiedBuffer(
        "GET /ws?token="
            + token
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            + subprotocol
            + "\r\n",
        StandardCharsets.US_ASCII);
  }

  /** Takes the answer out of the bytes; false while it is not complete. */
  static boolean readAnswer(ByteBuf in) {
    int end = ByteBufUtil.indexOf(Unpooled.wrappedBuffer(END), in);
    if (end < 0) {
      return false;
    }
    String head = in.readCharSequence(end - in.readerIndex(), StandardCharsets.US_ASCII).toString();
    in.skipBytes(END.length);
    if (!head.startsWith(ACCEPTED)) {
      throw new VoidedException("a handshake was refused: " + head.lines().findFirst().orElse(""));
    }
    return true;
  }
}
