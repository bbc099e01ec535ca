package dev.parley.bench.floor;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/**
 * The floor as a process: {@code FloorServer BROADCAST_PORT DIRECT_PORT FRAME_BYTES}. A text frame
 * that arrives at the first port goes to all of its connections, as a frame of the given length.
 * One that arrives at the second port goes to one other connection, at random.
 */
public final class FloorServer {

  private static final int BACKLOG = 4096;

  private FloorServer() {}

  public static void main(String[] arguments) {
    boolean epoll = Epoll.isAvailable();
    EventLoopGroup group = epoll ? new EpollEventLoopGroup(1) : new NioEventLoopGroup(1);
    EventLoop loop = (EventLoop) group.iterator().next();
    FloorFrame frame = FloorFrame.ofBytes(Integer.parseInt(arguments[2]));
    listen(group, epoll, new Broadcast(loop, frame), Integer.parseInt(arguments[0]));
    listen(group, epoll, new RandomRelay(loop, frame), Integer.parseInt(arguments[1]));
  }

  private static void listen(EventLoopGroup group, boolean epoll, Relay relay, int port) {
    new ServerBootstrap()
        .group(group)
        .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(new FloorPipeline(relay))
        .bind("127.0.0.1", port)
        .syncUninterruptibly();
  }
}
