package dev.parley.gateway.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.gateway.OneAtATime;
import dev.parley.gateway.redis.GatewayListener;
import dev.parley.gateway.redis.Publisher;
import dev.parley.protocol.redis.RedisNames;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Follows the users of the other gateways. Their changes come by the subscription. Where one shows
 * that something was missed, and wherever a comparison finds a version that is not known here, that
 * gateway's whole hash is read; one read of a gateway is under way at a time.
 */
@Singleton
class OtherGateways implements GatewayListener {

  private static final Logger LOG = Logger.getLogger(OtherGateways.class);

  private final Presence presence;
  private final Publisher redis;
  private final ObjectMapper json;
  private final Map<String, OneAtATime> reads = new ConcurrentHashMap<>();

  OtherGateways(Presence presence, Publisher redis, ObjectMapper json) {
    this.presence = presence;
    this.redis = redis;
    this.json = json;
  }

  @Override
  public String channel() {
    return RedisNames.PRESENCE;
  }

  @Override
  public void received(String gateway, String payload) {
    if (!presence.hear(gateway, read(payload))) {
      reads.computeIfAbsent(gateway, this::reading).run();
    }
  }

  private OneAtATime reading(String gateway) {
    return new OneAtATime(
        () ->
            readHash(gateway)
                .ifNoItem()
                .after(GatewayLease.LIMIT)
                .fail()
                .onFailure()
                .invoke(
                    failure ->
                        LOG.debugf("The users of %s could not be read: %s", gateway, failure)));
  }

  private PresenceNews read(String payload) {
    try {
      return json.readValue(payload, PresenceNews.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a presence update", e);
    }
  }

  private Uni<Void> readHash(String gateway) {
    return redis
        .ask(List.of(Request.cmd(Command.HGETALL).arg(RedisNames.gatewayUsers(gateway))))
        .invoke(answers -> replace(gateway, answers.getFirst()))
        .replaceWithVoid();
  }

  private void replace(String gateway, Response hash) {
    Map<String, String> fields = RedisHash.fields(hash);
    GatewayUsers.parse(fields).ifPresent(users -> presence.replace(gateway, users));
  }

  /** Costs one small read for each, and one of the whole hash only where something is missing. */
  Uni<Void> compare(List<String> gateways) {
    reads.keySet().retainAll(gateways);
    List<Request> questions =
        gateways.stream()
            .map(
                gateway ->
                    Request.cmd(Command.HGET)
                        .arg(RedisNames.gatewayUsers(gateway))
                        .arg(GatewayUsers.VERSION))
            .toList();
    return questions.isEmpty()
        ? Uni.createFrom().voidItem()
        : redis.ask(questions).chain(versions -> readThose(behind(gateways, versions)));
  }

  private List<String> behind(List<String> gateways, List<Response> versions) {
    List<String> behind = new ArrayList<>();
    for (int i = 0; i < gateways.size(); i++) {
      Response version = versions.get(i);
      if (version != null && presence.isBehind(gateways.get(i), version.toLong())) {
        behind.add(gateways.get(i));
      }
    }
    return behind;
  }

  private Uni<Void> readThose(List<String> gateways) {
    return gateways.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join()
            .all(gateways.stream().map(this::readHash).toList())
            .andFailFast()
            .replaceWithVoid();
  }
}
