package dev.parley.gateway.presence;

import dev.parley.gateway.Timers;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Who is online, over all gateways, kept in memory and told to the clients. Changes are gathered
 * and told together: for {@value #GATHER_MS} ms, and longer the more are online, up to {@value
 * #MAX_GATHER_MS} ms, so that a thousand who come at once don't cost a thousand lists for each of a
 * thousand. Thread-safe; never blocks.
 */
@Singleton
public class Presence {

  static final long GATHER_MS = 50;
  static final long MAX_GATHER_MS = 1_000;

  private static final Logger LOG = Logger.getLogger(Presence.class);
  private static final int ONLINE_PER_MS = 4;

  private final Roster roster = new Roster();
  private final GatewayVersions versions = new GatewayVersions();
  private final UntoldChanges untold = new UntoldChanges();
  private final PresenceFrames frames;
  private final Timers timers;

  Presence(PresenceFrames frames, Timers timers, MeterRegistry metrics) {
    this.frames = frames;
    this.timers = timers;
    metrics.gauge("parley.presence.online", this, Presence::countOnline);
  }

  private synchronized int countOnline() {
    return roster.countOnline();
  }

  /** This gateway's own users are known first hand. */
  synchronized void apply(String gateway, PresenceChange change) {
    roster.apply(gateway, change).ifPresent(changed -> gather(List.of(changed)));
  }

  /** News of another gateway; false where something was missed and its hash must be read. */
  synchronized boolean hear(String gateway, PresenceNews news) {
    return switch (versions.judge(gateway, news.version())) {
      case STALE -> true;
      case GAP -> false;
      case APPLY -> news.change().map(change -> follow(gateway, news, change)).orElse(false);
    };
  }

  private boolean follow(String gateway, PresenceNews news, PresenceChange change) {
    versions.reached(gateway, news.version());
    apply(gateway, change);
    return true;
  }

  synchronized boolean isBehind(String gateway, long version) {
    return versions.isBehind(gateway, version);
  }

  /** What stands in another gateway's hash; older than what is known already, it is ignored. */
  synchronized void replace(String gateway, GatewayUsers users) {
    if (versions.isBehind(gateway, users.version())) {
      versions.reached(gateway, users.version());
      gather(roster.replace(gateway, users.states()));
    }
  }

  /** Forgets every gateway but these. */
  synchronized void retain(Set<String> gateways) {
    roster.gateways().stream()
        .filter(gateway -> !gateways.contains(gateway))
        .forEach(gateway -> gather(roster.replace(gateway, Map.of())));
    versions.retain(gateways);
  }

  private void gather(List<RosterChange> changes) {
    if (untold.isEmpty() && !changes.isEmpty()) {
      timers.after(gathering(), timer -> tell());
    }
    untold.add(changes);
  }

  private Duration gathering() {
    long more = roster.countOnline() / ONLINE_PER_MS;
    return Duration.ofMillis(Math.min(MAX_GATHER_MS, GATHER_MS + more));
  }

  private synchronized void tell() {
    List<RosterChange> changes = untold.takeAll();
    LOG.debugf("Telling %s", changes);
    frames.tell(changes, roster.online());
  }

  /** Whether something can be delivered to this user now. */
  public synchronized boolean isConnected(UserId user) {
    return roster.isConnected(user);
  }

  synchronized boolean isOnline(UserId user) {
    return roster.isOnline(user);
  }

  /** Shows everybody who is online, by name, before anything is told that changes it. */
  synchronized void show(Consumer<List<User>> viewer) {
    viewer.accept(roster.online());
  }
}
