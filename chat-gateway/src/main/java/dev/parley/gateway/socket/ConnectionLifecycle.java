package dev.parley.gateway.socket;

import dev.parley.gateway.connection.Closing;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Protocol;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.history.ConversationLists;
import dev.parley.gateway.presence.LocalPresence;
import dev.parley.gateway.resume.Resumption;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.event.WireTime;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
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

  private final ConversationLists lists;
  private final Resumption resumption;
  private final LocalPresence presence;
  private final FrameEncoder encoder;
  private final SocketConfig config;
  private final Clock clock;

  ConnectionLifecycle(
      ConversationLists lists,
      Resumption resumption,
      LocalPresence presence,
      FrameEncoder encoder,
      SocketConfig config,
      Clock clock) {
    this.lists = lists;
    this.resumption = resumption;
    this.presence = presence;
    this.encoder = encoder;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Greets a connection once its conversations are known: what lies before {@code last_seq} is
   * history, and the client asks for what it lacks of it.
   */
  Uni<Void> opened(Connection connection) {
    resumption.opened(connection);
    return lists
        .of(connection.userId())
        .chain(found -> greet(connection, found))
        .onFailure()
        .invoke(failure -> giveUp(connection, failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> greet(Connection connection, ConversationLists.Found found) {
    resumption.greeted(connection, found);
    if (connection.speaks(Protocol.V2)) {
      connection.welcome(encoder.encode(welcome(connection, found)));
      presence.arrived(connection);
      return Uni.createFrom().voidItem();
    }
    presence.arrived(connection);
    return resumption.beginWithout(connection);
  }

  private ServerFrame.Welcome welcome(Connection connection, ConversationLists.Found found) {
    return new ServerFrame.Welcome(
        connection.user(),
        connection.session().sessionId(),
        ServerFrame.Welcome.VERSION,
        found.epoch(),
        config.heartbeat().toMillis(),
        WireTime.format(clock.instant()),
        new ServerFrame.Limits(
            MessageContent.MAX_CHARACTERS,
            config.maxMessageSize().asLongValue(),
            ClientId.MAX_LENGTH),
        found.entries());
  }

  private static void giveUp(Connection connection, Throwable failure) {
    LOG.warnf("%s could not be greeted: %s", connection, failure.getMessage());
    connection.close(Closing.UNAVAILABLE);
  }

  void closed(Connection connection) {
    presence.left(connection);
    resumption.closed(connection);
  }
}
