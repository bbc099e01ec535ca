package dev.parley.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * All replicas of another service. A call goes to one of them in turn; where it fails in a way that
 * another attempt may mend (no connection, no answer in time, a 5xx), it is made again at the next
 * one, until {@link Patience#within()} is over. So only calls that may be made twice belong here.
 * Thread-safe; never blocks.
 *
 * @param <S> the client of one replica, which itself limits how long an attempt takes
 */
public final class Replicas<S> {

  /**
   * How long to go on.
   *
   * @param within after which no further attempt begins
   * @param pause between two rounds over all replicas
   */
  public record Patience(Duration within, Duration pause) {}

  private static final Duration AVOIDED = Duration.ofSeconds(3);
  private static final int FIRST_SERVER_ERROR = 500;

  private final List<Replica<S>> replicas;
  private final Patience patience;
  private final Vertx vertx;
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * @param clientOf makes the client of the replica at an address
   */
  public Replicas(List<URI> addresses, Function<URI, S> clientOf, Patience patience, Vertx vertx) {
    this.replicas =
        addresses.stream().map(address -> new Replica<>(clientOf.apply(address))).toList();
    this.patience = patience;
    this.vertx = vertx;
  }

  /** The answer of the first replica that has one, else the last failure. */
  public <T> Uni<T> ask(Function<S, Uni<T>> call) {
    return Uni.createFrom()
        .deferred(() -> attempt(call, 1, System.nanoTime() + patience.within().toNanos()));
  }

  /** One attempt, at the next replica. */
  public <T> Uni<T> askOnce(Function<S, Uni<T>> call) {
    Replica<S> replica = next();
    return Uni.createFrom()
        .deferred(() -> call.apply(replica.client))
        .invoke(replica::answered)
        .onFailure(Replicas::mayPass)
        .invoke(replica::failed);
  }

  private <T> Uni<T> attempt(Function<S, Uni<T>> call, int number, long end) {
    return askOnce(call)
        .onFailure(Replicas::mayPass)
        .recoverWithUni(failure -> again(call, number, end, failure));
  }

  /** In turn; those that failed lately come last, and of them the latest to fail. */
  private Replica<S> next() {
    int first = Math.floorMod(turn.getAndIncrement(), replicas.size());
    List<Replica<S>> inTurn = new ArrayList<>(replicas.subList(first, replicas.size()));
    inTurn.addAll(replicas.subList(0, first));
    long now = System.nanoTime();
    return inTurn.stream()
        .min(Comparator.comparingLong(replica -> replica.avoidedFor(now)))
        .orElseThrow();
  }

  /** Whether another attempt may do: a refusal of what was asked would be the same everywhere. */
  public static boolean mayPass(Throwable failure) {
    return !(failure instanceof WebApplicationException answered)
        || answered.getResponse().getStatus() >= FIRST_SERVER_ERROR;
  }

  private <T> Uni<T> again(Function<S, Uni<T>> call, int number, long end, Throwable failure) {
    Duration pause = number % replicas.size() == 0 ? patience.pause() : Duration.ZERO;
    if (System.nanoTime() + pause.toNanos() - end > 0) {
      return Uni.createFrom().failure(failure);
    }
    return after(pause).chain(() -> attempt(call, number + 1, end));
  }

  private Uni<Void> after(Duration pause) {
    return pause.isZero()
        ? Uni.createFrom().voidItem()
        : Uni.createFrom()
            .emitter(emitter -> vertx.setTimer(pause.toMillis(), timer -> emitter.complete(null)));
  }

  /** One of them, and whether it did lately what was asked of it. */
  private static final class Replica<S> {

    private final S client;
    private volatile long failedAt;
    private volatile boolean failing;

    Replica(S client) {
      this.client = client;
    }

    void failed() {
      failedAt = System.nanoTime();
      failing = true;
    }

    void answered() {
      failing = false;
    }

    /** How much longer, in nanoseconds. */
    long avoidedFor(long now) {
      return failing ? Math.max(0, failedAt + AVOIDED.toNanos() - now) : 0;
    }
  }
}
