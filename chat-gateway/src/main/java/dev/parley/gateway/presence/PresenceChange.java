package dev.parley.gateway.presence;

import dev.parley.protocol.User;
import java.util.Objects;

/**
 * {@code {"user":{"id":12,"username":"ada"},"state":"CONNECTED"}}: a user's new state somewhere.
 */
record PresenceChange(User user, PresenceState state) {
  PresenceChange {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(state, "state");
  }
}
