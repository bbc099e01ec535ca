package dev.parley.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A WebSocket by hand, for frames that no proper client can be made to send: too large, not UTF-8,
 * not masked, of unknown kinds.
 */
public final class RawWebSocket implements AutoCloseable {

  /** First byte of a whole text frame. */
  public static final int TEXT = 0x81;

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int OPCODE_CLOSE = 0x8;
  private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private RawWebSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** Connects to {@code /ws?token=…} of this address and reads the answer of the upgrade. */
  public static RawWebSocket open(URI address, String token) {
    try {
      Socket socket = new Socket(address.getHost(), address.getPort());
      socket.setSoTimeout((int) LIMIT.toMillis());
      RawWebSocket raw = new RawWebSocket(socket);
      raw.upgrade(address, token);
      return raw;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void upgrade(URI address, String token) throws IOException {
    String request =
        """
        GET /ws?token=%s HTTP/1.1\r
        Host: %s\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """
            .formatted(token, address.getAuthority());
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    String answer = readHead();
    if (!answer.startsWith("HTTP/1.1 101")) {
      throw new IOException("no upgrade: " + answer);
    }
  }

  private String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  /**
   * One masked frame. A server may drop the connection before all of a large one is written.
   *
   * @param firstByte FIN, the reserved bits and the opcode
   */
  public void send(int firstByte, byte[] payload) {
    byte[] masked = payload.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= MASK[i % MASK.length];
    }
    write(firstByte, 0x80, payload.length, MASK, masked);
  }

  /** One frame without a mask, which RFC 6455 (5.1) forbids to clients. */
  public void sendUnmasked(int firstByte, byte[] payload) {
    write(firstByte, 0, payload.length, new byte[0], payload);
  }

  private void write(int firstByte, int maskBit, int length, byte[] mask, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(firstByte);
    frame.writeBytes(lengthBytes(maskBit, length));
    frame.writeBytes(mask);
    frame.writeBytes(payload);
    sendRaw(frame.toByteArray());
  }

  /** These bytes, be they a frame or not. */
  public void sendRaw(byte... bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException dropped) {
      // The server has had enough of it; closed() tells how it ended.
    }
  }

  private static byte[] lengthBytes(int maskBit, int length) {
    if (length < 126) {
      return new byte[] {(byte) (maskBit | length)};
    }
    return length <= 0xffff
        ? ByteBuffer.allocate(3).put((byte) (maskBit | 126)).putShort((short) length).array()
        : ByteBuffer.allocate(9).put((byte) (maskBit | 127)).putLong(length).array();
  }

  /** Waits for the end, over all frames that come before it. */
  public ClosedSocket closed() {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0xf;
        byte[] payload = in.readNBytes(readLength());
        if (opcode == OPCODE_CLOSE) {
          return closeFrame(ByteBuffer.wrap(payload));
        }
      }
    } catch (IOException e) {
      return new ClosedSocket(FrameListener.CONNECTION_LOST, String.valueOf(e.getMessage()));
    }
  }

  private int readLength() throws IOException {
    int length = in.readUnsignedByte() & 0x7f;
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> length;
    };
  }

  private static ClosedSocket closeFrame(ByteBuffer payload) {
    int code = payload.remaining() < 2 ? 1005 : Short.toUnsignedInt(payload.getShort());
    return new ClosedSocket(code, StandardCharsets.UTF_8.decode(payload).toString());
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
