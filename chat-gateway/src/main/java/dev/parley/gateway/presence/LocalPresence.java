package dev.parley.gateway.presence;

import dev.parley.gateway.GatewayId;
import dev.parley.gateway.Timers;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.Protocol;
import dev.parley.protocol.User;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * Follows the users of this gateway's own connections: a user is connected with the first socket,
 * lingers after the last one for {@link PresenceConfig#grace()}, since a reload is no departure,
 * and is gone then. Thread-safe.
 */
@Singleton
public class LocalPresence {

  private final Map<User, Long> departures = new HashMap<>();
  private final GatewayId self;
  private final Connections connections;
  private final Presence presence;
  private final PresenceFrames frames;
  private final OwnPresence own;
  private final PresenceConfig config;
  private final Timers timers;

  LocalPresence(
      GatewayId self,
      Connections connections,
      Presence presence,
      PresenceFrames frames,
      OwnPresence own,
      PresenceConfig config,
      Timers timers) {
    this.self = self;
    this.connections = connections;
    this.presence = presence;
    this.frames = frames;
    this.own = own;
    this.config = config;
    this.timers = timers;
  }

  /**
   * A connection has come, unless it has gone meanwhile. One of the first protocol is told who is
   * online; one of the second is when it {@linkplain #opened opens}.
   */
  public synchronized void arrived(Connection connection) {
    if (!connections.has(connection)) {
      return;
    }
    boolean joins = !presence.isOnline(connection.userId());
    stay(connection.user());
    change(connection.user(), PresenceState.CONNECTED);
    if (connection.speaks(Protocol.FIRST)) {
      presence.show(online -> connection.greet(frames.firstList(online, connection.user(), joins)));
    }
  }

  /** A client of the second protocol has begun: it is told who is online, and then who changes. */
  public void opened(Connection connection) {
    presence.show(
        online -> {
          connection.open();
          connection.send(frames.everybody(connection, online));
        });
  }

  private void stay(User user) {
    Long departure = departures.remove(user);
    if (departure != null) {
      timers.cancel(departure);
    }
  }

  /** A connection has gone, and is no longer among {@link Connections}. */
  public synchronized void left(Connection connection) {
    User user = connection.user();
    if (own.stateOf(user) == PresenceState.CONNECTED && !connections.isLocal(user.id())) {
      change(user, PresenceState.LINGERING);
      departures.put(user, timers.after(config.grace(), departure -> leave(user, departure)));
    }
  }

  /** Unless the user has come back, and perhaps gone again, meanwhile. */
  private synchronized void leave(User user, Long departure) {
    if (departures.remove(user, departure)) {
      change(user, PresenceState.GONE);
    }
  }

  private void change(User user, PresenceState state) {
    PresenceChange change = new PresenceChange(user, state);
    if (own.change(change)) {
      presence.apply(self.value(), change);
    }
  }

  /** Answers {@code request_user_list}. */
  public Uni<Void> answer(Connection connection) {
    presence.show(online -> connection.send(frames.everybody(connection, online)));
    return Uni.createFrom().voidItem();
  }
}
