package dev.parley.gateway.presence;

import dev.parley.gateway.GatewayId;
import dev.parley.gateway.redis.Publisher;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.redis.RedisNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Tells the gateways whose lease ran out from those that live. Their users are gone. */
@Singleton
class DeadGateways {

  private static final Logger LOG = Logger.getLogger(DeadGateways.class);

  private final String self;
  private final Presence presence;
  private final Publisher redis;
  private final Counter buried;

  DeadGateways(GatewayId self, Presence presence, Publisher redis, MeterRegistry metrics) {
    this.self = self.value();
    this.presence = presence;
    this.redis = redis;
    this.buried = metrics.counter("parley.presence.gateways.buried");
  }

  /**
   * @param sure whether a missing lease means that its gateway is dead; where it does not, nobody
   *     is buried or forgotten
   * @return those that live
   */
  Uni<List<String>> tellApart(List<String> gateways, boolean sure) {
    return leases(gateways).map(leases -> living(gateways, leases, sure));
  }

  private Uni<List<Response>> leases(List<String> gateways) {
    List<Request> questions =
        gateways.stream()
            .map(gateway -> Request.cmd(Command.EXISTS).arg(RedisNames.gatewayLease(gateway)))
            .toList();
    return questions.isEmpty() ? Uni.createFrom().item(List.of()) : redis.ask(questions);
  }

  private List<String> living(List<String> gateways, List<Response> leases, boolean sure) {
    List<String> living = new ArrayList<>();
    List<String> dead = new ArrayList<>();
    for (int i = 0; i < gateways.size(); i++) {
      (leases.get(i).toInteger() == 1 ? living : dead).add(gateways.get(i));
    }
    if (sure && Mechanism.LEASE.isOn()) {
      dead.forEach(this::bury);
      Set<String> kept = new HashSet<>(living);
      kept.add(self);
      presence.retain(kept);
    }
    return living;
  }

  private void bury(String gateway) {
    LOG.infof("The lease of gateway %s has expired", gateway);
    buried.increment();
    redis.send(Request.cmd(Command.DEL).arg(RedisNames.gatewayUsers(gateway)));
    redis.send(Request.cmd(Command.SREM).arg(RedisNames.GATEWAYS).arg(gateway));
  }
}
