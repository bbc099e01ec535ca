package dev.parley.client;

import dev.parley.client.frame.ServerFrame;
import dev.parley.client.socket.Handshake;

/** No acknowledgements and no places: what comes is shown. */
final class FirstDialect implements Dialect {

  private final ChatListener listener;
  private final OnlineUsers online;

  FirstDialect(ChatListener listener, OnlineUsers online) {
    this.listener = listener;
    this.online = online;
  }

  @Override
  public Handshake prepare(Handshake handshake, String token) {
    return handshake.token(token);
  }

  @Override
  public void opened(Connection connection) {}

  @Override
  public void received(Connection connection, ServerFrame frame, long nanos) {
    if (frame instanceof ServerFrame.Logged event) {
      listener.shown(connection.number(), nanos, event, false);
    } else if (frame instanceof ServerFrame.UserList list) {
      online.told(list);
    }
  }

  @Override
  public void closed() {}

  @Override
  public void tick(Connection connection, boolean greeted) {}
}
