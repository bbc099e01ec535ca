package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One WebSocket of the load generator: shakes hands, answers pings, counts what comes and holds it
 * against the order that is promised.
 */
public final class Client extends ByteToMessageDecoder implements FrameReader.Sink {

  /** Where the type begins in {@code {"type":"chat"…}}. */
  private static final int TYPE_AT = 9;

  private static final int BEHIND_CHAT = TYPE_AT + "chat".length();
  private static final int NOT_CLOSED = 0;
  private static final int SMALL_BUFFER_BYTES = 8 * 1024;

  private final int number;
  private final Dialect dialect;
  private final Crowd crowd;
  private final ChatReader chats;
  private final Sequences sequences = new Sequences();
  private final Roster roster;
  private Channel channel;
  private Listener listener;
  private boolean open;
  private boolean greeted;
  private boolean mayClose;
  private boolean seesEverybody;
  private int closeCode = NOT_CLOSED;
  private long received;
  private long receivedBefore;
  private long textFrames;
  private int lastMessageBytes;
  private long readAt;

  Client(int number, Dialect dialect, Crowd crowd, boolean watchesRoster) {
    this.number = number;
    this.dialect = dialect;
    this.crowd = crowd;
    this.chats = crowd.chatReader(dialect);
    this.roster = watchesRoster ? new Roster() : null;
  }

  public int number() {
    return number;
  }

  public Dialect dialect() {
    return dialect;
  }

  public void listener(Listener other) {
    listener = other;
  }

  /** From now on the server may close it; {@link #closeCode()} tells. */
  public void mayClose() {
    mayClose = true;
  }

  /** Of the server's close frame; 0 before. */
  public int closeCode() {
    return closeCode;
  }

  /** Messages since {@link #startCounting()}. */
  public long received() {
    return received - receivedBefore;
  }

  /** Frames of any kind since the connection was opened. */
  long textFrames() {
    return textFrames;
  }

  /** Of the last message that came, without the frame's header. */
  public int lastMessageBytes() {
    return lastMessageBytes;
  }

  void startCounting() {
    receivedBefore = received;
  }

  /** Reads nothing until {@link #readAgain()}, and keeps the system from reading much for it. */
  public void stopReading() {
    channel.config().setOption(ChannelOption.SO_RCVBUF, SMALL_BUFFER_BYTES);
    channel.config().setAutoRead(false);
  }

  public void readAgain() {
    channel.config().setAutoRead(true);
  }

  /** Without a flush. */
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
    readAt = crowd.takesTimes() ? Content.now() : 0;
    FrameReader.read(in, this);
  }

  private boolean shakeHands(ByteBuf in) {
    open = Handshake.readAnswer(in);
    if (open) {
      crowd.opened(this);
    }
    return open;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) throws Exception {
    super.channelReadComplete(context);
    if (listener != null) {
      listener.readComplete();
    }
  }

  @Override
  public void frame(int opcode, ByteBuf bytes, int start, int length) {
    switch (opcode) {
      case Opcode.TEXT -> text(bytes, start, length);
      case Opcode.PING -> pong(bytes, start, length);
      case Opcode.CLOSE -> closeCode = length < 2 ? 1005 : bytes.getUnsignedShort(start);
      case Opcode.PONG -> {}
      default -> throw new VoidedException("a frame of kind %d came".formatted(opcode));
    }
  }

  private void text(ByteBuf bytes, int start, int length) {
    textFrames++;
    if (bytes.getByte(start + TYPE_AT) == 'c') {
      chat(bytes, start, length);
    } else {
      other(bytes, start, length);
    }
    if (!greeted) {
      greeted = true;
      crowd.greeted(this);
    }
  }

  private void chat(ByteBuf bytes, int start, int length) {
    if (crowd.checksOrder()) {
      sequences.seen(chats.conversation(bytes, start, length), chats.seq(bytes, start, length));
    }
    boolean isCopy = bytes.getByte(start + BEHIND_CHAT) == '_';
    if (!isCopy && crowd.takesTimes()) {
      crowd.latencies().delivered(chats, bytes, start, length, received(), readAt);
    }
    received++;
    lastMessageBytes = length;
    if (listener != null) {
      listener.delivered(this, isCopy || isOwn(bytes, start, length));
    }
  }

  private boolean isOwn(ByteBuf bytes, int start, int length) {
    return crowd.checksOrder() && chats.sender(bytes, start, length) == number;
  }

  private void other(ByteBuf bytes, int start, int length) {
    switch (bytes.getByte(start + TYPE_AT)) {
      case 'a' -> acknowledged();
      case 'u' -> list(bytes, start, length);
      case 'p' -> presence(bytes, start, length);
      case 'e' -> throw new VoidedException("an error came: " + textOf(bytes, start, length));
      default -> {}
    }
  }

  private void acknowledged() {
    if (listener != null) {
      listener.acknowledged(this);
    }
  }

  private void list(ByteBuf bytes, int start, int length) {
    if (roster != null) {
      roster.list(bytes, start, length);
      look();
    }
  }

  private void presence(ByteBuf bytes, int start, int length) {
    if (roster != null) {
      roster.presence(bytes, start, length);
      look();
    }
  }

  private void look() {
    boolean now = roster.isEverybody(crowd.expectedUsers());
    if (now != seesEverybody) {
      seesEverybody = now;
      crowd.rosterChanged(now);
    }
  }

  private static String textOf(ByteBuf bytes, int start, int length) {
    return bytes.toString(start, length, StandardCharsets.UTF_8);
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
    if (!mayClose) {
      crowd.fail("client %d was closed with %d".formatted(number, closeCode));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Throwable reason = cause.getCause() instanceof VoidedException known ? known : cause;
    if (!mayClose) {
      crowd.fail("client %d: %s".formatted(number, reason.getMessage()));
    }
  }

  void close() {
    mayClose = true;
    if (channel != null) {
      channel.close();
    }
  }
}
