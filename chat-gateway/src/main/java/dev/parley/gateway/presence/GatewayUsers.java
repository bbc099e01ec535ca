package dev.parley.gateway.presence;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The users of one gateway at one version, as they stand in its Redis hash: {@code version=17},
 * {@code size=2}, {@code 12=CONNECTED:ada}, {@code 57=LINGERING:bob}.
 *
 * @param version grows with each change; a second run of a gateway with the same id begins higher
 */
record GatewayUsers(long version, Map<User, PresenceState> states) {

  static final String VERSION = "version";
  static final String SIZE = "size";

  GatewayUsers {
    states = Map.copyOf(states);
  }

  Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    fields.put(VERSION, Long.toString(version));
    fields.put(SIZE, Integer.toString(states.size()));
    states.forEach((user, state) -> fields.put(field(user), value(user, state)));
    return fields;
  }

  static String field(User user) {
    return user.id().toString();
  }

  static String value(User user, PresenceState state) {
    return state + ":" + user.username();
  }

  /**
   * Empty where the hash is not whole: a Redis that was started anew has only what changed since,
   * and the gateway is about to write the rest. What is not whole must not be believed.
   */
  static Optional<GatewayUsers> parse(Map<String, String> fields) {
    Map<String, String> users = new HashMap<>(fields);
    String version = users.remove(VERSION);
    String size = users.remove(SIZE);
    if (version == null || !Integer.toString(users.size()).equals(size)) {
      return Optional.empty();
    }
    Map<User, PresenceState> states = new HashMap<>();
    users.forEach((field, value) -> put(states, field, value));
    return Optional.of(new GatewayUsers(Long.parseLong(version), states));
  }

  private static void put(Map<User, PresenceState> states, String field, String value) {
    int colon = value.indexOf(':');
    states.put(
        new User(new UserId(Long.parseLong(field)), value.substring(colon + 1)),
        PresenceState.valueOf(value.substring(0, colon)));
  }
}
