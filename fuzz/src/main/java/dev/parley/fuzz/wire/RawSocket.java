package dev.parley.fuzz.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The frames of a WebSocket whose upgrade was accepted. One thread. */
public final class RawSocket implements AutoCloseable {

  /** What a client calls an end without a close frame. */
  public static final int LOST = 1006;

  private static final int NO_CODE = 1005;
  private static final byte[] PING =
      new Frame(Frame.FIN | Frame.TEXT, "{\"type\":\"ping\"}".getBytes(StandardCharsets.US_ASCII))
          .bytes();

  private static final byte[] RESUME =
      new Frame(
              Frame.FIN | Frame.TEXT,
              "{\"type\":\"resume\",\"conversations\":{}}".getBytes(StandardCharsets.US_ASCII))
          .bytes();

  private final RawConnection connection;
  private int questions;
  private boolean heardPong;

  public RawSocket(RawConnection connection) {
    this.connection = connection;
  }

  /** Begins as a client of the second protocol; to one of the first it means nothing. */
  public void begin() {
    connection.write(RESUME);
  }

  public void write(byte... bytes) {
    connection.write(bytes);
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
        new Frame(Frame.FIN | Frame.PING, mark.getBytes(StandardCharsets.US_ASCII)).bytes());
    OptionalInt ended =
        awaitFrame(frame -> frame.opcode() == Frame.PONG && frame.text().equals(mark));
    boolean isServed = heardPong;
    heardPong = false;
    return ended.isPresent() || isServed ? ended : await(RawSocket::isPong);
  }

  private static boolean isPong(String text) {
    return text.startsWith("{\"type\":\"pong\"");
  }

  /** The same for a text that comes by itself. */
  public OptionalInt await(Predicate<String> wanted) throws IOException {
    return awaitFrame(frame -> frame.opcode() == Frame.TEXT && wanted.test(frame.text()));
  }

  private OptionalInt awaitFrame(Predicate<Received> wanted) throws IOException {
    while (true) {
      Received frame;
      try {
        frame = read();
      } catch (SocketTimeoutException hangs) {
        throw hangs;
      } catch (IOException ended) {
        return OptionalInt.of(LOST);
      }
      if (frame.opcode() == Frame.CLOSE) {
        return OptionalInt.of(frame.closeCode());
      }
      heardPong |= frame.opcode() == Frame.TEXT && isPong(frame.text());
      if (wanted.test(frame)) {
        return OptionalInt.empty();
      }
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

    int closeCode() {
      return payload.remaining() < Short.BYTES ? NO_CODE : Short.toUnsignedInt(payload.getShort(0));
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
