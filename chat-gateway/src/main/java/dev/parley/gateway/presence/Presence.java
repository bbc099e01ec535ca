package dev.parley.gateway.presence;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who is online, over all gateways, kept in memory and told to the clients. Changes are gathered
 * for {@value #GATHER_MS} ms and told together. Thread-safe; never blocks.
 */
@Singleton
public class Presence {

  static final long GATHER_MS = 50;

  private final Roster roster = new Roster();
  private final List<RosterChange> untold = new ArrayList<>();
  private final PresenceFrames frames;
  private final Vertx vertx;

  Presence(PresenceFrames frames, Vertx vertx) {
    this.frames = frames;
    this.vertx = vertx;
  }

  synchronized void apply(String gateway, PresenceChange change) {
    roster.apply(gateway, change).ifPresent(changed -> gather(List.of(changed)));
  }

  synchronized void replace(String gateway, Collection<User> users) {
    gather(roster.replace(gateway, users));
  }

  synchronized void retain(Set<String> gateways) {
    gather(roster.retain(gateways));
  }

  private void gather(List<RosterChange> changes) {
    if (untold.isEmpty() && !changes.isEmpty()) {
      vertx.setTimer(GATHER_MS, timer -> tell());
    }
    untold.addAll(changes);
  }

  private synchronized void tell() {
    frames.tell(List.copyOf(untold), roster.online());
    untold.clear();
  }

  /** Whether something can be delivered to this user now. */
  public synchronized boolean isConnected(UserId user) {
    return roster.isConnected(user);
  }

  synchronized boolean isOnline(UserId user) {
    return roster.isOnline(user);
  }

  /** Everybody who is online, by name. */
  public synchronized List<User> online() {
    return roster.online();
  }
}
