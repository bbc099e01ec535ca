package dev.parley.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G2: one client's bytes in order, however much of them its socket takes; over real sockets. */
class WireTest {

  private static final int MAX_QUEUED = 8 << 20;
  private static final int CHUNK = 64 * 1024;
  private static final int MORE_THAN_SOCKETS_HOLD = 64 << 20;

  private final EventLoopGroup loops =
      Epoll.isAvailable() ? new EpollEventLoopGroup(1) : new NioEventLoopGroup(1);
  private final BlockingQueue<Channel> accepted = new ArrayBlockingQueue<>(1);
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Random random = new Random(1);
  private Socket client;
  private Channel channel;
  private Wire wire;

  @BeforeEach
  void connect() throws Exception {
    Class<? extends ServerChannel> transport =
        Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(transport)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel opened) {
                    accepted.add(opened);
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    InetSocketAddress address = (InetSocketAddress) server.localAddress();
    client = new Socket(address.getAddress(), address.getPort());
    client.setSoTimeout(10_000);
    channel = accepted.poll(10, TimeUnit.SECONDS);
    wire = onLoop(() -> new Wire(channel, MAX_QUEUED));
  }

  @AfterEach
  void end() throws Exception {
    client.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
  }

  @Test
  void whatTheSocketTakesNeedsNoFlush() throws Exception {
    assumeTrue(Epoll.isAvailable());
    onLoop(() -> writeShared(100));
    assertFalse(wire.isUnflushed());
    assertEquals(0, wire.pendingBytes());
    assertArrayEquals(written.toByteArray(), client.getInputStream().readNBytes(100));
  }

  @Test
  void whatItDoesNotTakeComesInOrderWithAllThatFollows() throws Exception {
    onLoop(
        () -> {
          while (!wire.isUnflushed() && written.size() < MORE_THAN_SOCKETS_HOLD) {
            writeShared(CHUNK);
          }
          assertTrue(wire.isUnflushed());
          writeShared(50);
          write(30);
          channel.write(chunk(20));
          wire.flush();
          writeShared(CHUNK);
          wire.flush();
          return null;
        });
    assertArrayEquals(
        written.toByteArray(), client.getInputStream().readNBytes(written.size()), "the bytes");
  }

  @Test
  void whatWaitsForAFlushIsNotOvertaken() throws Exception {
    onLoop(
        () -> {
          write(10);
          writeShared(20);
          wire.flush();
          return null;
        });
    assertArrayEquals(written.toByteArray(), client.getInputStream().readNBytes(30));
  }

  @Test
  void aClientThatReadsNothingFillsIt() throws Exception {
    boolean full =
        onLoop(
            () -> {
              while (!wire.isFull() && written.size() < MORE_THAN_SOCKETS_HOLD) {
                writeShared(CHUNK);
                wire.flush();
                wire.write(chunk(1));
              }
              return wire.isFull();
            });
    assertTrue(full);
  }

  @Test
  void aSocketThatIsBrokenClosesItsChannel() throws Exception {
    client.setSoLinger(true, 0);
    client.close();
    onLoop(
        () -> {
          while (channel.isOpen() && written.size() < MORE_THAN_SOCKETS_HOLD) {
            writeShared(CHUNK);
            wire.flush();
          }
          return null;
        });
    assertTrue(channel.closeFuture().await(10, TimeUnit.SECONDS));
  }

  /** As the WebSocket layer's, which closes when its close frame is sent. */
  private static final class ClosesWhenAllIsSent extends ChannelOutboundHandlerAdapter {
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
      context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> context.close(promise));
    }
  }

  @Test
  void whoIsCutOffIsGoneAtOnceWhateverItDidNotRead() throws Exception {
    channel.pipeline().addLast(new ClosesWhenAllIsSent());
    onLoop(
        () -> {
          while (!wire.isUnflushed() && written.size() < MORE_THAN_SOCKETS_HOLD) {
            writeShared(CHUNK);
          }
          wire.flush();
          wire.cutOff();
          return null;
        });
    assertTrue(channel.closeFuture().await(10, TimeUnit.SECONDS));
  }

  @Test
  void whatIsForAClosedOneIsReleased() throws Exception {
    channel.close().sync();
    ByteBuf bytes = chunk(100);
    onLoop(
        () -> {
          wire.writeShared(bytes);
          wire.flush();
          return null;
        });
    assertEquals(1, bytes.refCnt());
    bytes.release();
  }

  private Void writeShared(int length) {
    ByteBuf bytes = chunk(length);
    wire.writeShared(bytes);
    bytes.release();
    return null;
  }

  private void write(int length) {
    wire.write(chunk(length));
  }

  private ByteBuf chunk(int length) {
    byte[] content = new byte[length];
    random.nextBytes(content);
    written.writeBytes(content);
    return PooledByteBufAllocator.DEFAULT.directBuffer(length).writeBytes(content);
  }

  private <T> T onLoop(Callable<T> task) throws Exception {
    return channel.eventLoop().submit(task).get(20, TimeUnit.SECONDS);
  }
}
