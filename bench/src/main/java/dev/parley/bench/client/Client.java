package dev.parley.bench.client;

import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.FrameWriter;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One WebSocket of the load generator. It shakes hands, answers pings and hands texts to its inbox.
 */
public final class Client extends ByteToMessageDecoder implements FrameReader.Sink {

  private static final int NOT_CLOSED = 0;
  private static final int NO_CODE = 1005;
  private static final int CODE_BYTES = 2;
  private static final byte[] RESUME =
      FrameWriter.write(new ClientFrame.Resume(Map.of())).getBytes(StandardCharsets.US_ASCII);

  private final int number;
  private final Dialect dialect;
  private final Crowd crowd;
  private final Inbox inbox;
  private Channel channel;
  private boolean open;
  private boolean mayClose;
  private int closeCode = NOT_CLOSED;

  Client(int number, Dialect dialect, Crowd crowd) {
    this.number = number;
    this.dialect = dialect;
    this.crowd = crowd;
    this.inbox = new Inbox(this, crowd);
  }

  /** The number of the client, from 0. */
  public int number() {
    return number;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Sets the listener; null removes it. */
  public void listener(Listener other) {
    inbox.listener(other);
  }

  /** Allows the server to close it from now on; {@link #closeCode()} has the code. */
  public void mayClose() {
    mayClose = true;
  }

  /** The code of the server's close frame; 0 until it arrives. */
  public int closeCode() {
    return closeCode;
  }

  /** The number of messages since {@link #startCounting()}. */
  public long received() {
    return inbox.received();
  }

  void startCounting() {
    inbox.startCounting();
  }

  /** The number of frames of any kind since the connection opened. */
  long textFrames() {
    return inbox.textFrames();
  }

  /** The length of the first frame, without its header. */
  public double welcomeBytes() {
    return inbox.welcomeBytes();
  }

  /** The length of the last message, without the frame's header. */
  public int lastMessageBytes() {
    return inbox.lastMessageBytes();
  }

  /** Stops reading until {@link #readAgain()}. */
  public void stopReading() {
    channel.config().setAutoRead(false);
  }

  public void readAgain() {
    channel.config().setAutoRead(true);
  }

  /** Writes without a flush. */
  public void write(byte[] text) {
    channel.write(ClientFrames.of(Opcode.TEXT, text, channel.alloc()), channel.voidPromise());
  }

  public void flush() {
    channel.flush();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    context.writeAndFlush(crowd.handshake(this), context.voidPromise());
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (!open && !shakeHands(in)) {
      return;
    }
    inbox.beginRead();
    FrameReader.read(in, this);
  }

  private boolean shakeHands(ByteBuf in) {
    Handshake.Answer answer = Handshake.readAnswer(in);
    open = answer != Handshake.Answer.INCOMPLETE;
    if (answer == Handshake.Answer.SECOND_PROTOCOL) {
      write(RESUME);
      flush();
    }
    if (open) {
      crowd.opened();
    }
    return open;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) throws Exception {
    super.channelReadComplete(context);
    inbox.endRead();
  }

  @Override
  public void frame(int opcode, ByteBuf bytes, int start, int length) {
    switch (opcode) {
      case Opcode.TEXT -> inbox.text(bytes, start, length);
      case Opcode.PING -> pong(bytes, start, length);
      case Opcode.CLOSE -> closed(length < CODE_BYTES ? NO_CODE : bytes.getUnsignedShort(start));
      case Opcode.PONG -> {}
      default ->
          throw new VoidedException(
              String.format(Locale.ROOT, "a frame with opcode %d arrived", opcode));
    }
  }

  private void pong(ByteBuf bytes, int start, int length) {
    byte[] payload = new byte[length];
    bytes.getBytes(start, payload);
    channel.writeAndFlush(
        ClientFrames.of(Opcode.PONG, payload, channel.alloc()), channel.voidPromise());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    super.channelInactive(context);
    failIfClosed();
  }

  private void closed(int code) {
    closeCode = code;
    failIfClosed();
  }

  private void failIfClosed() {
    if (!mayClose) {
      crowd.fail(String.format(Locale.ROOT, "client %d was closed with %d", number, closeCode));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Throwable reason = cause.getCause() instanceof VoidedException known ? known : cause;
    if (!mayClose) {
      crowd.fail(String.format(Locale.ROOT, "client %d: %s", number, reason.getMessage()));
    }
  }

  void close() {
    mayClose = true;
    if (channel != null) {
      channel.close();
    }
  }
}
