package dev.parley.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The event loop that all clients share: epoll if the platform has it. */
public final class ClientLoop implements AutoCloseable {

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final int READ_BYTES = 64 * 1024;
  private static final int CONNECT_MILLIS = 10_000;

  private final EventLoopGroup group;
  private final Bootstrap bootstrap;

  public ClientLoop() {
    boolean epoll = Epoll.isAvailable();
    this.group = epoll ? new EpollEventLoopGroup(1) : new NioEventLoopGroup(1);
    this.bootstrap =
        new Bootstrap()
            .group(group)
            .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES));
  }

  void connect(InetSocketAddress address, ChannelHandler handler, Runnable failed) {
    var unused =
        bootstrap
            .clone()
            .handler(handler)
            .connect(address)
            .addListener(
                done -> {
                  if (!done.isSuccess()) {
                    failed.run();
                  }
                });
  }

  public EventLoop eventLoop() {
    return (EventLoop) group.iterator().next();
  }

  /** Runs the task on the event loop, and waits for it. */
  public <T> T call(Callable<T> task) {
    try {
      return eventLoop().submit(task).get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new VoidedException(String.valueOf(e.getCause().getMessage()), e);
    } catch (TimeoutException e) {
      throw new VoidedException("the load generator cannot keep up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VoidedException("interrupted", e);
    }
  }

  public void run(Runnable task) {
    call(
        () -> {
          task.run();
          return true;
        });
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
