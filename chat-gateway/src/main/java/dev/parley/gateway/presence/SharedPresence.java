package dev.parley.gateway.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.gateway.GatewayId;
import dev.parley.gateway.redis.GatewayBus;
import dev.parley.gateway.redis.GatewayListener;
import dev.parley.gateway.redis.Publisher;
import dev.parley.gateway.redis.SubscriptionListener;
import dev.parley.protocol.User;
import dev.parley.protocol.redis.RedisNames;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;

/**
 * This gateway's users in Redis, and the changes of the others. Each change is written to the
 * gateway's hash and published; all of it is written and published again when the subscription was
 * lost, since Redis may have forgotten it.
 */
@Singleton
class SharedPresence implements GatewayListener, SubscriptionListener {

  private final GatewayId self;
  private final GatewayBus bus;
  private final Publisher redis;
  private final Presence presence;
  private final ObjectMapper json;
  private Supplier<Map<User, PresenceState>> users = Map::of;

  SharedPresence(
      GatewayId self, GatewayBus bus, Publisher redis, Presence presence, ObjectMapper json) {
    this.self = self;
    this.bus = bus;
    this.redis = redis;
    this.presence = presence;
    this.json = json;
  }

  /** Says where to find all users of this gateway. */
  void announce(Supplier<Map<User, PresenceState>> all) {
    this.users = all;
  }

  void tell(PresenceChange change) {
    User user = change.user();
    redis.enqueue(
        change.state() == PresenceState.GONE
            ? Request.cmd(Command.HDEL).arg(key()).arg(user.id().toString())
            : Request.cmd(Command.HSET).arg(key()).arg(user.id().toString()).arg(user.username()));
    bus.publish(channel(), write(change));
  }

  private String key() {
    return RedisNames.gatewayUsers(self.value());
  }

  private String write(PresenceChange change) {
    try {
      return json.writeValueAsString(change);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A change of presence is always JSON", e);
    }
  }

  @Override
  public void subscribed() {
    redis.enqueue(Request.cmd(Command.DEL).arg(key()));
    users.get().forEach((user, state) -> tell(new PresenceChange(user, state)));
  }

  @Override
  public String channel() {
    return RedisNames.PRESENCE;
  }

  @Override
  public void received(String gateway, String payload) {
    presence.apply(gateway, read(payload));
  }

  private PresenceChange read(String payload) {
    try {
      return json.readValue(payload, PresenceChange.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a change of presence", e);
    }
  }
}
