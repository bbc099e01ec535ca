package dev.parley.gateway.presence;

import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.frame.WrittenNames;
import dev.parley.protocol.User;
import java.util.List;

/**
 * Who is online, as clients of each protocol are shown it: written once for all who see the same
 * list, since a list of thousands costs more than the handshake that it answers. Not thread-safe.
 */
final class WrittenRoster {

  private final FrameEncoder encoder;
  private List<User> written = List.of();
  private EncodedFrame full;
  private WrittenNames names;

  WrittenRoster(FrameEncoder encoder) {
    this.encoder = encoder;
  }

  /** For the second protocol. */
  EncodedFrame full(List<User> online) {
    begin(online);
    if (full == null) {
      full = encoder.encode(new ServerFrame.PresenceFull(online));
    }
    return full;
  }

  /** For the first protocol, whose frames say more. */
  WrittenNames names(List<User> online) {
    begin(online);
    if (names == null) {
      names = encoder.names(online.stream().map(User::username).toList());
    }
    return names;
  }

  /** The same list again is the same object; an equal one is merely written again. */
  @SuppressWarnings("ReferenceEquality")
  private void begin(List<User> online) {
    if (online != written) {
      written = online;
      full = null;
      names = null;
    }
  }
}
