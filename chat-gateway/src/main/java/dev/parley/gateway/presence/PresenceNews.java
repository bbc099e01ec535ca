package dev.parley.gateway.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.protocol.User;
import java.util.Optional;

/**
 * {@code {"version":17,"user":{"id":12,"username":"ada"},"state":"CONNECTED"}}: what changed at one
 * gateway and made it the version; or only {@code {"version":18}}: much changed, read the hash.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PresenceNews(long version, User user, PresenceState state) {

  static PresenceNews of(long version, PresenceChange change) {
    return new PresenceNews(version, change.user(), change.state());
  }

  static PresenceNews ofMuch(long version) {
    return new PresenceNews(version, null, null);
  }

  Optional<PresenceChange> change() {
    return user == null || state == null
        ? Optional.empty()
        : Optional.of(new PresenceChange(user, state));
  }
}
