package dev.parley.gateway.presence;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.Protocol;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.protocol.User;
import dev.parley.protocol.event.WireTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells clients who came and who went. Those of the second protocol get one delta; those of the
 * first get the whole list once for each change, or, where more than {@value #MAX_LISTS} came
 * together, once for all of them. Not thread-safe; {@link Presence} guards it.
 */
@Singleton
class PresenceFrames {

  static final int MAX_LISTS = 3;

  private final Connections connections;
  private final FrameEncoder encoder;
  private final WrittenRoster written;
  private final Clock clock;

  PresenceFrames(Connections connections, FrameEncoder encoder, Clock clock) {
    this.connections = connections;
    this.encoder = encoder;
    this.written = new WrittenRoster(encoder);
    this.clock = clock;
  }

  void tell(List<RosterChange> changes, List<User> online) {
    connections.broadcast(delta(changes), connection -> connection.speaks(Protocol.V2));
    if (changes.size() > MAX_LISTS) {
      connections.broadcast(list(online, null), connection -> connection.speaks(Protocol.FIRST));
    } else {
      changes.forEach(
          change -> connections.broadcast(list(online, message(change)), hasNotHeardOf(change)));
    }
  }

  /** Who joined was told so by the first frame. */
  private static Predicate<Connection> hasNotHeardOf(RosterChange change) {
    return switch (change) {
      case RosterChange.Joined(User user) ->
          connection -> connection.speaks(Protocol.FIRST) && !connection.userId().equals(user.id());
      case RosterChange.Left left -> connection -> connection.speaks(Protocol.FIRST);
    };
  }

  private static String message(RosterChange change) {
    return switch (change) {
      case RosterChange.Joined(User user) -> user.username() + " joined the chat";
      case RosterChange.Left(User user) -> user.username() + " left the chat";
    };
  }

  private EncodedFrame delta(List<RosterChange> changes) {
    List<User> joined =
        changes.stream()
            .filter(RosterChange.Joined.class::isInstance)
            .map(RosterChange::user)
            .toList();
    List<User> left =
        changes.stream()
            .filter(RosterChange.Left.class::isInstance)
            .map(RosterChange::user)
            .toList();
    return encoder.encode(new ServerFrame.PresenceChange(joined, left));
  }

  /** The first frame of a first-protocol client. */
  EncodedFrame firstList(List<User> online, User newcomer, boolean hasJoined) {
    return list(online, hasJoined ? message(new RosterChange.Joined(newcomer)) : null);
  }

  /** The whole list, in the client's protocol. */
  EncodedFrame everybody(Connection connection, List<User> online) {
    return connection.speaks(Protocol.V2) ? written.full(online) : list(online, null);
  }

  private EncodedFrame list(List<User> online, String message) {
    return encoder.encode(
        new ServerFrame.UserListUpdate(
            written.names(online), message, WireTime.format(clock.instant())));
  }
}
