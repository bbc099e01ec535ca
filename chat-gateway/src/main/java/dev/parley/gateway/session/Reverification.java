package dev.parley.gateway.session;

import dev.parley.gateway.OneAtATime;
import dev.parley.gateway.Timers;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.redis.SubscriptionListener;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.internal.CheckSessions;
import dev.parley.session.AuthReplicas;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Asks the auth service which sessions of this gateway's sockets are still valid, and closes the
 * sockets of the others (4001). It asks whenever the subscription is back, because it may have
 * missed a revocation, and from time to time, because an auth replica may die between its commit
 * and its notice. It repeats the question until it gets an answer. It also reports which sessions
 * are in use, because only the gateway sees the traffic of a socket.
 */
@Singleton
class Reverification implements SubscriptionListener {

  private static final Logger LOG = Logger.getLogger(Reverification.class);

  /** One of them may fail, or come late. */
  private static final int ROUNDS_TOLD = 2;

  private final Connections connections;
  private final AuthReplicas auth;
  private final SessionsConfig config;
  private final Timers timers;
  private final Counter runs;
  private final Counter failures;
  private final Counter ended;
  private final OneAtATime run = new OneAtATime(this::verifyOrRetry);

  Reverification(
      Connections connections,
      AuthReplicas auth,
      SessionsConfig config,
      Timers timers,
      MeterRegistry metrics) {
    this.connections = connections;
    this.auth = auth;
    this.config = config;
    this.timers = timers;
    this.runs = metrics.counter("parley.sessions.reverifications");
    this.failures = metrics.counter("parley.sessions.reverifications.failed");
    this.ended = metrics.counter("parley.sessions.reverifications.ended");
  }

  void begin(@Observes StartupEvent started) {
    verifyLater();
  }

  private void verifyLater() {
    long tenth = config.verifyEvery().toMillis() / 10;
    long chance = ThreadLocalRandom.current().nextLong(-tenth, tenth + 1);
    timers.after(config.verifyEvery().plusMillis(chance), timer -> verifyInTurn());
  }

  private void verifyInTurn() {
    verifyNow();
    verifyLater();
  }

  @Override
  public void subscribed() {
    verifyNow();
  }

  void verifyNow() {
    run.run();
  }

  private Uni<Void> verifyOrRetry() {
    Set<SessionId> held = connections.sessions();
    if (!Mechanism.REVERIFICATION.isOn() || held.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<SessionId> used =
        connections.sessionsUsedWithin(config.verifyEvery().multipliedBy(ROUNDS_TOLD));
    return Multi.createFrom()
        .iterable(batches(held))
        .onItem()
        .transformToUniAndConcatenate(batch -> verify(batch, used))
        .collect()
        .asList()
        .replaceWithVoid()
        .invoke(() -> runs.increment())
        .onFailure()
        .invoke(this::retry);
  }

  private static List<List<SessionId>> batches(Set<SessionId> held) {
    List<SessionId> all = List.copyOf(held);
    List<List<SessionId>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CheckSessions.MAX_SESSIONS) {
      batches.add(all.subList(from, Math.min(from + CheckSessions.MAX_SESSIONS, all.size())));
    }
    return batches;
  }

  private Uni<Void> verify(List<SessionId> batch, Set<SessionId> used) {
    Set<SessionId> usedHere = batch.stream().filter(used::contains).collect(Collectors.toSet());
    return auth.check(new CheckSessions.Request(batch, usedHere))
        .invoke(answer -> closeOthers(batch, answer.valid()))
        .replaceWithVoid();
  }

  private void closeOthers(List<SessionId> batch, Set<SessionId> valid) {
    List<SessionId> invalid = batch.stream().filter(held -> !valid.contains(held)).toList();
    if (!invalid.isEmpty()) {
      LOG.infof("%d sessions had ended without a notice", invalid.size());
      ended.increment(invalid.size());
      connections.closeSessions(invalid);
    }
  }

  private void retry(Throwable failure) {
    LOG.warnf("Sessions could not be verified again: %s", failure.getMessage());
    failures.increment();
    Duration pause = config.retryAfter();
    long chance = ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1);
    timers.after(pause.plusMillis(chance), timer -> verifyNow());
  }
}
