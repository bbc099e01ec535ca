package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** The request that opens a WebSocket, and its answer (RFC 6455, section 4). */
final class Handshake {

  private static final byte[] END = {'\r', '\n', '\r', '\n'};
  private static final String SECOND_PROTOCOL = dev.parley.client.socket.Handshake.SECOND_PROTOCOL;
  private static final String ACCEPTED = "HTTP/1.1 101";

  private Handshake() {}

  /**
   * @param token the session's token; it goes into the query, which both protocols allow
   */
  static ByteBuf request(String host, String token, Dialect dialect) {
    String subprotocol =
        dialect == Dialect.SECOND ? "Sec-WebSocket-Protocol: " + SECOND_PROTOCOL + "\r\n" : "";
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

  /** The server's answer. */
  enum Answer {
    INCOMPLETE,
    FIRST_PROTOCOL,
    SECOND_PROTOCOL
  }

  /** Takes the answer from the bytes once it is complete. */
  static Answer readAnswer(ByteBuf in) {
    int end = ByteBufUtil.indexOf(Unpooled.wrappedBuffer(END), in);
    if (end < 0) {
      return Answer.INCOMPLETE;
    }
    String head = in.readCharSequence(end - in.readerIndex(), StandardCharsets.US_ASCII).toString();
    in.skipBytes(END.length);
    if (!head.startsWith(ACCEPTED)) {
      throw new VoidedException("a handshake was refused: " + head.lines().findFirst().orElse(""));
    }
    return head.contains(SECOND_PROTOCOL) ? Answer.SECOND_PROTOCOL : Answer.FIRST_PROTOCOL;
  }
}
