package dev.parley.gateway.socket;

import dev.parley.gateway.connection.Closing;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.ConnectionMetrics;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.frame.ClientFrameParser;
import dev.parley.http.drain.Draining;
import dev.parley.protocol.ErrorCode;
import dev.parley.session.AuthenticatedSession;
import dev.parley.session.TokenCheck;
import dev.parley.session.TokenSource;
import io.netty.channel.Channel;
import io.netty.handler.codec.CorruptedFrameException;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The WebSocket endpoint: admits or refuses a socket, and hands its frames on in their order. All
 * of it runs on the socket's event loop; nothing here blocks. Frames wait in their connection,
 * where the WebSocket layer's own queue would hold any number of them, in a kilobyte for each
 * connection.
 */
@WebSocket(path = ChatSocket.PATH, inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class ChatSocket {

  static final String PATH = "/ws";

  private static final Logger LOG = Logger.getLogger(ChatSocket.class);
  private static final TypedKey<Connection> CONNECTION = new TypedKey<>("parley.connection");

  private final Connections connections;
  private final ConnectionLifecycle lifecycle;
  private final FrameHandler frames;
  private final Draining draining;
  private final ConnectionMetrics metrics;

  ChatSocket(
      Connections connections,
      ConnectionLifecycle lifecycle,
      FrameHandler frames,
      Draining draining,
      ConnectionMetrics metrics) {
    this.connections = connections;
    this.lifecycle = lifecycle;
    this.frames = frames;
    this.draining = draining;
    this.metrics = metrics;
  }

  @OnOpen
  Uni<Void> open(WebSocketConnection socket) {
    if (draining.isUnderWay()) {
      return refuse(socket, Closing.GOING_AWAY);
    }
    Upgrade upgrade = socket.userData().remove(Upgrade.KEY);
    if (!upgrade.addressAdmitted()) {
      return refuse(socket, Closing.TOO_MANY_OF_ADDRESS);
    }
    return switch (upgrade.token()) {
      case TokenCheck.Verified(AuthenticatedSession session) -> open(socket, upgrade, session);
      case TokenCheck.Refused(ErrorCode reason) -> refuse(socket, closingFor(reason));
    };
  }

  private static Closing closingFor(ErrorCode reason) {
    return switch (reason) {
      case ORIGIN_NOT_ALLOWED -> Closing.ORIGIN_NOT_ALLOWED;
      case UNAVAILABLE -> Closing.UNAVAILABLE;
      default -> Closing.SESSION_INVALID;
    };
  }

  private Uni<Void> open(
      WebSocketConnection socket, Upgrade upgrade, AuthenticatedSession session) {
    if (session.source() == TokenSource.COOKIE && !upgrade.originAllowed()) {
      return refuse(socket, Closing.ORIGIN_NOT_ALLOWED);
    }
    return connections
        .open(socket, upgrade.channel(), session.session())
        .map(connection -> admit(socket, upgrade.channel(), connection))
        .orElseGet(() -> refuse(socket, Closing.TOO_MANY_SOCKETS));
  }

  /** The WebSocket layer tells of no end that came while it opened a socket; the channel does. */
  private Uni<Void> admit(WebSocketConnection socket, Channel channel, Connection connection) {
    socket.userData().put(CONNECTION, connection);
    channel.closeFuture().addListener(end -> forget(connection));
    closeIfLate(connection);
    connection.inTurn(() -> lifecycle.opened(connection));
    return Uni.createFrom().voidItem();
  }

  /** One that came while the drain began may not be among those that it closes. */
  private void closeIfLate(Connection connection) {
    if (draining.isUnderWay()) {
      connection.close(Closing.GOING_AWAY);
    }
  }

  private Uni<Void> refuse(WebSocketConnection socket, Closing closing) {
    metrics.closing(closing);
    return socket.isOpen() ? socket.close(closing.reason()) : Uni.createFrom().voidItem();
  }

  @OnTextMessage
  Uni<Void> text(String text, WebSocketConnection socket) {
    connectionOf(socket)
        .ifPresent(
            connection ->
                connection.inTurn(() -> frames.handle(connection, ClientFrameParser.parse(text))));
    return Uni.createFrom().voidItem();
  }

  @OnBinaryMessage
  Uni<Void> binary(Buffer ignored, WebSocketConnection socket) {
    connectionOf(socket)
        .ifPresent(connection -> connection.inTurn(() -> frames.refuseBinary(connection)));
    return Uni.createFrom().voidItem();
  }

  @OnPongMessage
  Uni<Void> pong(Buffer ignored, WebSocketConnection socket) {
    connectionOf(socket).ifPresent(Connection::heard);
    return Uni.createFrom().voidItem();
  }

  @OnError
  Uni<Void> failed(Throwable failure, WebSocketConnection socket) {
    if (isGone(failure)) {
      return Uni.createFrom().voidItem();
    }
    if (isTooBig(failure)) {
      return refuse(socket, Closing.TOO_BIG);
    }
    LOG.errorf(failure, "Connection %s failed", socket.id());
    return refuse(socket, Closing.INTERNAL);
  }

  /**
   * The client vanished without a close frame, or sent what is no WebSocket frame and was closed
   * for it; {@link #closed} follows.
   */
  private static boolean isGone(Throwable failure) {
    return failure instanceof HttpClosedException
        || failure instanceof IOException
        || failure instanceof CorruptedFrameException;
  }

  /** The WebSocket layer has no type of its own for this. */
  private static boolean isTooBig(Throwable failure) {
    return failure instanceof IllegalStateException
        && String.valueOf(failure.getMessage()).contains("max message size");
  }

  @OnClose
  Uni<Void> closed(WebSocketConnection socket) {
    connectionOf(socket).ifPresent(this::forget);
    return Uni.createFrom().voidItem();
  }

  private void forget(Connection connection) {
    if (connection.becomesGone()) {
      connections.closed(connection);
      lifecycle.closed(connection);
    }
  }

  private static Optional<Connection> connectionOf(WebSocketConnection socket) {
    return Optional.ofNullable(socket.userData().get(CONNECTION));
  }
}
