package dev.parley.client.raw;

import dev.parley.client.socket.ClosedSocket;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The frames of a WebSocket whose upgrade was accepted. One thread. */
public final class RawSocket implements AutoCloseable {

  private static final int SWITCHING_PROTOCOLS = 101;

  private static final byte[] PING =
      new RawFrame(
              RawFrame.FIN | RawFrame.TEXT,
              "{\"type\":\"ping\"}".getBytes(StandardCharsets.US_ASCII))
          .bytes();

  private static final byte[] RESUME =
      new RawFrame(
              RawFrame.FIN | RawFrame.TEXT,
              "{\"type\":\"resume\",\"conversations\":{}}".getBytes(StandardCharsets.US_ASCII))
          .bytes();

  private final RawConnection connection;
  private int questions;
  private boolean heardPong;

  public RawSocket(RawConnection connection) {
    this.connection = connection;
  }

  /**
   * Connects to {@code /ws?token=…} of this address.
   *
   * @throws UncheckedIOException also where the upgrade is refused
   */
  public static RawSocket open(URI address, String token) {
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
    try {
      RawConnection connection = RawConnection.open(address);
      connection.write(request.getBytes(StandardCharsets.US_ASCII));
      RawAnswer answer = RawAnswer.read(connection, false);
      if (answer.status() != SWITCHING_PROTOCOLS) {
        throw new IOException("no upgrade: " + answer);
      }
      return new RawSocket(connection);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins as a client of the second protocol; to one of the first it means nothing. */
  public void begin() {
    connection.write(RESUME);
  }

  public void write(byte... bytes) {
    connection.write(bytes);
  }

  /**
   * One masked frame.
   *
   * @param first FIN, the reserved bits and the opcode
   */
  public void send(int first, byte... payload) {
    write(new RawFrame(first, payload).bytes());
  }

  /** How long an answer may take from now on. */
  public void wait(Duration patience) throws IOException {
    connection.wait(patience);
  }

  /**
   * Says {@code ping}, and reads until {@code pong} or the end. It may be the {@code pong} of
   * something before, so a ping of the WebSocket's own follows, whose pong no other has.
   *
   * @return the close code where it ended
   * @throws SocketTimeoutException neither came
   */
  public OptionalInt askWhetherItLives() throws IOException {
    String mark = "question " + ++questions;
    connection.write(PING);
    connection.write(
        new RawFrame(RawFrame.FIN | RawFrame.PING, mark.getBytes(StandardCharsets.US_ASCII))
            .bytes());
    OptionalInt ended =
        awaitFrame(frame -> frame.opcode() == RawFrame.PONG && frame.text().equals(mark));
    boolean isServed = heardPong;
    heardPong = false;
    return ended.isPresent() || isServed ? ended : await(RawSocket::isPong);
  }

  private static boolean isPong(String text) {
    return text.startsWith("{\"type\":\"pong\"");
  }

  /** The same for a text that comes by itself. */
  public OptionalInt await(Predicate<String> wanted) throws IOException {
    return awaitFrame(frame -> frame.opcode() == RawFrame.TEXT && wanted.test(frame.text()));
  }

  private OptionalInt awaitFrame(Predicate<Received> wanted) throws IOException {
    while (true) {
      Received frame;
      try {
        frame = read();
      } catch (SocketTimeoutException hangs) {
        throw hangs;
      } catch (IOException ended) {
        return OptionalInt.of(ClosedSocket.LOST);
      }
      if (frame.opcode() == RawFrame.CLOSE) {
        return OptionalInt.of(frame.closed().code());
      }
      heardPong |= frame.opcode() == RawFrame.TEXT && isPong(frame.text());
      if (wanted.test(frame)) {
        return OptionalInt.empty();
      }
    }
  }

  /** Waits for the end, over all frames that come before it. */
  public ClosedSocket closed() {
    try {
      while (true) {
        Received frame = read();
        if (frame.opcode() == RawFrame.CLOSE) {
          return frame.closed();
        }
      }
    } catch (IOException e) {
      return new ClosedSocket(ClosedSocket.LOST, String.valueOf(e.getMessage()));
    }
  }

  private Received read() throws IOException {
    DataInputStream in = connection.in();
    int opcode = in.readUnsignedByte() & 0xf;
    int length = in.readUnsignedByte() & 0x7f;
    long bytes = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
    byte[] payload = new byte[Math.toIntExact(bytes)];
    in.readFully(payload);
    return new Received(opcode, ByteBuffer.wrap(payload));
  }

  private record Received(int opcode, ByteBuffer payload) {

    ClosedSocket closed() {
      if (payload.remaining() < Short.BYTES) {
        return new ClosedSocket(ClosedSocket.NO_CODE, "");
      }
      ByteBuffer reason = payload.slice(Short.BYTES, payload.remaining() - Short.BYTES);
      return new ClosedSocket(
          Short.toUnsignedInt(payload.getShort(0)),
          StandardCharsets.UTF_8.decode(reason).toString());
    }

    String text() {
      return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
