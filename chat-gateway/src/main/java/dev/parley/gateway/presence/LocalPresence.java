package dev.parley.gateway.presence;

import dev.parley.gateway.GatewayId;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.Protocol;
import dev.parley.protocol.User;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the users of this gateway's own connections: a user is connected with the first socket,
 * lingers after the last one for {@link PresenceConfig#grace()}, since a reload is no departure,
 * and is gone then. Thread-safe.
 */
@Singleton
public class LocalPresence {

  private final Map<User, PresenceState> states = new HashMap<>();
  private final GatewayId self;
  private final Connections connections;
  private final Presence presence;
  private final PresenceFrames frames;
  private final SharedPresence shared;
  private final PresenceConfig config;
  private final Vertx vertx;

  LocalPresence(
      GatewayId self,
      Connections connections,
      Presence presence,
      PresenceFrames frames,
      SharedPresence shared,
      PresenceConfig config,
      Vertx vertx) {
    this.self = self;
    this.connections = connections;
    this.presence = presence;
    this.frames = frames;
    this.shared = shared;
    this.config = config;
    this.vertx = vertx;
    shared.announce(this::users);
  }

  /** A connection has come; it is told who is online, unless it has gone meanwhile. */
  public synchronized void arrived(Connection connection) {
    if (!connections.has(connection)) {
      return;
    }
    boolean joins = !presence.isOnline(connection.userId());
    change(connection.user(), PresenceState.CONNECTED);
    List<User> online = presence.online();
    if (connection.speaks(Protocol.V2)) {
      connection.send(frames.everybody(connection, online));
    } else {
      connection.greet(frames.firstList(online, connection.user(), joins));
    }
  }

  /** A connection has gone, and is no longer among {@link Connections}. */
  public synchronized void left(Connection connection) {
    User user = connection.user();
    if (states.get(user) == PresenceState.CONNECTED && !connections.isLocal(user.id())) {
      change(user, PresenceState.LINGERING);
      vertx.setTimer(config.grace().toMillis(), timer -> leave(user));
    }
  }

  private synchronized void leave(User user) {
    if (states.get(user) == PresenceState.LINGERING) {
      change(user, PresenceState.GONE);
    }
  }

  private void change(User user, PresenceState state) {
    PresenceState before =
        state == PresenceState.GONE ? states.remove(user) : states.put(user, state);
    if (before != state) {
      PresenceChange change = new PresenceChange(user, state);
      presence.apply(self.value(), change);
      shared.tell(change);
    }
  }

  /** Answers {@code request_user_list}. */
  public Uni<Void> answer(Connection connection) {
    connection.send(frames.everybody(connection, presence.online()));
    return Uni.createFrom().voidItem();
  }

  private synchronized Map<User, PresenceState> users() {
    return Map.copyOf(states);
  }
}
