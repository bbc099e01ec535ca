package dev.parley.gateway.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.gateway.GatewayId;
import dev.parley.gateway.redis.GatewayBus;
import dev.parley.gateway.redis.Publisher;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.User;
import dev.parley.protocol.redis.RedisNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * This gateway's users, here and in Redis. Each change makes a new version, is written to the
 * gateway's hash and published. At each renewal of the lease the whole hash is compared with what
 * it should be, which costs a read of all of it, and is written anew where it differs: Redis may
 * have forgotten it, another gateway may have buried this one, a write may have been lost.
 * Thread-safe; never blocks.
 */
@Singleton
@RegisterForReflection(targets = {PresenceNews.class, PresenceState.class})
class OwnPresence {

  private static final Logger LOG = Logger.getLogger(OwnPresence.class);

  private final Map<User, PresenceState> states = new HashMap<>();
  private final String key;
  private final GatewayBus bus;
  private final Publisher redis;
  private final ObjectMapper json;
  private final Counter corrections;
  private long version;

  OwnPresence(
      GatewayId self,
      GatewayBus bus,
      Publisher redis,
      ObjectMapper json,
      Clock clock,
      MeterRegistry metrics) {
    this.key = RedisNames.gatewayUsers(self.value());
    this.bus = bus;
    this.redis = redis;
    this.json = json;
    // A second run with the same id is ahead of the first one.
    this.version = clock.millis();
    this.corrections = metrics.counter("parley.presence.corrections");
  }

  synchronized PresenceState stateOf(User user) {
    return states.getOrDefault(user, PresenceState.GONE);
  }

  /** False where it is no change. */
  synchronized boolean change(PresenceChange change) {
    if (stateOf(change.user()) == change.state()) {
      return false;
    }
    version++;
    if (change.state() == PresenceState.GONE) {
      states.remove(change.user());
    } else {
      states.put(change.user(), change.state());
    }
    write(change);
    tell(PresenceNews.of(version, change));
    return true;
  }

  /** Who reads between the two commands finds that the hash is not whole, and reads again. */
  private void write(PresenceChange change) {
    String field = GatewayUsers.field(change.user());
    Request set = Request.cmd(Command.HSET).arg(key);
    if (change.state() == PresenceState.GONE) {
      redis.send(Request.cmd(Command.HDEL).arg(key).arg(field));
    } else {
      set.arg(field).arg(GatewayUsers.value(change.user(), change.state()));
    }
    redis.send(
        set.arg(GatewayUsers.VERSION)
            .arg(version)
            .arg(GatewayUsers.SIZE)
            .arg(Integer.toString(states.size())));
  }

  private void tell(PresenceNews news) {
    try {
      bus.publish(RedisNames.PRESENCE, json.writeValueAsString(news));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A presence update is always JSON", e);
    }
  }

  /** Writes all of it, in one step, under a new version, so that everybody reads it. */
  synchronized void announce() {
    if (!Mechanism.REANNOUNCEMENT.isOn()) {
      return;
    }
    version++;
    Request set = Request.cmd(Command.HSET).arg(key);
    users().fields().forEach((field, value) -> set.arg(field).arg(value));
    redis
        .ask(
            List.of(
                Request.cmd(Command.MULTI),
                Request.cmd(Command.DEL).arg(key),
                set,
                Request.cmd(Command.EXEC)))
        .subscribe()
        .with(done -> {}, failure -> LOG.debugf("Presence was not written: %s", failure));
    tell(PresenceNews.ofMuch(version));
  }

  /** The answer comes in turn: it must show what was written before the question, and no more. */
  synchronized Uni<Void> compare() {
    Map<String, String> expected = users().fields();
    return redis
        .ask(List.of(Request.cmd(Command.HGETALL).arg(key)))
        .map(answers -> RedisHash.fields(answers.getFirst()))
        .invoke(found -> correct(expected, found))
        .replaceWithVoid();
  }

  private void correct(Map<String, String> expected, Map<String, String> found) {
    if (!expected.equals(found)) {
      corrections.increment();
      announce();
    }
  }

  private GatewayUsers users() {
    return new GatewayUsers(version, states);
  }
}
