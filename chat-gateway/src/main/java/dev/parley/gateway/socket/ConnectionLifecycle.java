package dev.parley.gateway.socket;

import dev.parley.gateway.connection.Closing;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Protocol;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.frame.SocketTime;
import dev.parley.gateway.history.ConversationPositions;
import dev.parley.gateway.message.ConversationOrders;
import dev.parley.gateway.presence.LocalPresence;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.internal.ListConversations;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** What happens when a connection comes and when it goes. */
@Singleton
class ConnectionLifecycle {

  private static final Logger LOG = Logger.getLogger(ConnectionLifecycle.class);

  /** What the WebSocket layer was told, to be told to clients. */
  @ConfigMapping(prefix = "quarkus.websockets-next.server")
  interface SocketConfig {

    /** How often the server pings. */
    @WithName("auto-ping-interval")
    Duration heartbeat();

    /** The longest message that is read. */
    MemorySize maxMessageSize();
  }

  private final ConversationPositions positions;
  private final ConversationOrders orders;
  private final LocalPresence presence;
  private final FrameEncoder encoder;
  private final SocketConfig config;
  private final Clock clock;

  ConnectionLifecycle(
      ConversationPositions positions,
      ConversationOrders orders,
      LocalPresence presence,
      FrameEncoder encoder,
      SocketConfig config,
      Clock clock) {
    this.positions = positions;
    this.orders = orders;
    this.presence = presence;
    this.encoder = encoder;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Greets a connection once it is known how far its conversations have come: what is committed
   * later reaches it live, what came before is history.
   */
  Uni<Void> opened(Connection connection) {
    return positions
        .of(connection.userId())
        .invoke(found -> greet(connection, found))
        .onFailure()
        .recoverWithItem(failure -> giveUp(connection, failure))
        .replaceWithVoid();
  }

  private void greet(Connection connection, List<ListConversations.Position> found) {
    List<ListConversations.Position> reached = orders.startAt(connection, found);
    if (connection.speaks(Protocol.V2)) {
      connection.welcome(encoder.encode(welcome(connection, reached)));
      presence.arrived(connection);
    } else {
      presence.arrived(connection);
      connection.beginLive();
    }
  }

  private ServerFrame.Welcome welcome(
      Connection connection, List<ListConversations.Position> found) {
    return new ServerFrame.Welcome(
        connection.user(),
        connection.session().sessionId(),
        config.heartbeat().toMillis(),
        SocketTime.format(clock.instant()),
        new ServerFrame.Limits(
            MessageContent.MAX_CHARACTERS,
            config.maxMessageSize().asLongValue(),
            ClientId.MAX_LENGTH),
        found);
  }

  private static List<ListConversations.Position> giveUp(Connection connection, Throwable failure) {
    LOG.warnf("%s could not be greeted: %s", connection, failure.getMessage());
    connection.close(Closing.UNAVAILABLE);
    return List.of();
  }

  void closed(Connection connection) {
    presence.left(connection);
    orders.forget(connection.userId());
  }
}
