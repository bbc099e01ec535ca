package dev.parley.gateway.presence;

import dev.parley.gateway.redis.RawRedis;
import dev.parley.protocol.User;
import dev.parley.protocol.redis.RedisNames;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A second gateway as far as Redis shows one, which a test lets live, die and err. */
final class OtherGateway {

  private final RawRedis redis;
  private final String id;
  private final Map<User, PresenceState> users = new HashMap<>();
  private long version = 100;

  OtherGateway(RawRedis redis, String id) {
    this.redis = redis;
    this.id = id;
  }

  /** Lives for so long from now on. */
  void lease(long millis) {
    redis.command("SET", RedisNames.gatewayLease(id), "alive", "PX", Long.toString(millis));
    redis.command("SADD", RedisNames.GATEWAYS, id);
  }

  void change(User user, PresenceState state) {
    users.put(user, state);
    version++;
    write();
    publish(json(user, state));
  }

  void changeInSilence(User user, PresenceState state) {
    users.put(user, state);
    version++;
    write();
  }

  /** Writes all of it anew and says so, as a gateway does that is back at Redis. */
  void announce() {
    version++;
    write();
    publish(String.format(Locale.ROOT, "{\"version\":%d}", version));
  }

  /** All its users leave. */
  void empty() {
    users.clear();
    announce();
  }

  private void write() {
    String key = RedisNames.gatewayUsers(id);
    redis.command("DEL", key);
    new GatewayUsers(version, users)
        .fields()
        .forEach((field, value) -> redis.command("HSET", key, field, value));
  }

  private String json(User user, PresenceState state) {
    return String.format(
        Locale.ROOT,
        "{\"version\":%d,\"user\":{\"id\":%s,\"username\":\"%s\"},\"state\":\"%s\"}",
        version,
        user.id(),
        user.username(),
        state);
  }

  /** Any news, true or not. */
  void publish(String news) {
    redis.command("PUBLISH", RedisNames.PRESENCE, id + "\n" + news);
  }

  String users() {
    return RedisNames.gatewayUsers(id);
  }
}
