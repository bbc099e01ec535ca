package dev.parley.http;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Looks many keys up with few requests, by natural batching: one request is under way at a time,
 * and all that is asked for meanwhile goes with the next one. There is no timer, so a lone look-up
 * goes at once. The queue is bounded; a look-up that finds it full fails with UNAVAILABLE.
 *
 * <p>Any thread may ask. Each caller gets its answer on its own Vert.x context. A request carries
 * the {@link RequestId} of the first of its callers.
 */
public final class BatchedLookUp<K, V> {

  private static final Logger LOG = Logger.getLogger(BatchedLookUp.class);

  private final String name;
  private final Function<List<K>, Uni<Map<K, V>>> request;
  private final int maxKeys;
  private final int maxWaiting;
  private final Context eventLoop;

  private final Queue<Waiting<K, V>> queue = new ArrayDeque<>();
  private boolean underWay;
  private volatile boolean failing;

  /**
   * @param name what is looked up where, for the log: "sessions in Redis"
   * @param request one request for distinct keys; keys that are not in its answer were not found
   */
  public BatchedLookUp(
      String name,
      Vertx vertx,
      int maxKeys,
      int maxWaiting,
      Function<List<K>, Uni<Map<K, V>>> request) {
    this.name = name;
    this.request = request;
    this.maxKeys = maxKeys;
    this.maxWaiting = maxWaiting;
    this.eventLoop = vertx.getOrCreateContext();
  }

  /** Empty if the key is not found; fails with UNAVAILABLE if that cannot be found out now. */
  public Uni<Optional<V>> find(K key) {
    return Uni.createFrom()
        .deferred(
            () ->
                Uni.createFrom()
                    .<Optional<V>>emitter(emitter -> enqueue(Waiting.now(key, emitter)))
                    .emitOn(callersContext()));
  }

  private static Executor callersContext() {
    Context context = Vertx.currentContext();
    return context == null
        ? Runnable::run
        : answer -> context.runOnContext(ignored -> answer.run());
  }

  private void enqueue(Waiting<K, V> waiting) {
    if (!offer(waiting)) {
      waiting.emitter().fail(new ParleyException(ErrorCode.UNAVAILABLE));
      return;
    }
    sendNext();
  }

  private synchronized boolean offer(Waiting<K, V> waiting) {
    return queue.size() < maxWaiting && queue.offer(waiting);
  }

  private void sendNext() {
    List<Waiting<K, V>> batch = takeBatch();
    if (!batch.isEmpty()) {
      VertxContext.createNewDuplicatedContext(eventLoop).runOnContext(ignored -> send(batch));
    }
  }

  private synchronized List<Waiting<K, V>> takeBatch() {
    List<Waiting<K, V>> batch = new ArrayList<>();
    if (!underWay) {
      while (batch.size() < maxKeys && !queue.isEmpty()) {
        batch.add(queue.remove());
      }
      underWay = !batch.isEmpty();
    }
    return batch;
  }

  private void send(List<Waiting<K, V>> batch) {
    batch.getFirst().requestId().ifPresent(RequestId::enter);
    List<K> keys = batch.stream().map(Waiting::key).distinct().toList();
    Uni.createFrom()
        .deferred(() -> request.apply(keys))
        .onTermination()
        .invoke(this::finishRequest)
        .subscribe()
        .with(found -> answer(batch, found), failure -> fail(batch, failure));
  }

  private void finishRequest() {
    synchronized (this) {
      underWay = false;
    }
    sendNext();
  }

  private void answer(List<Waiting<K, V>> batch, Map<K, V> found) {
    failing = false;
    for (Waiting<K, V> waiting : batch) {
      waiting.emitter().complete(Optional.ofNullable(found.get(waiting.key())));
    }
  }

  private void fail(List<Waiting<K, V>> batch, Throwable failure) {
    logOnce(failure);
    ParleyException unavailable = new ParleyException(ErrorCode.UNAVAILABLE, failure);
    for (Waiting<K, V> waiting : batch) {
      waiting.emitter().fail(unavailable);
    }
  }

  /** Logs an outage once and not for each request. */
  private void logOnce(Throwable failure) {
    LOG.logf(
        failing ? Logger.Level.DEBUG : Logger.Level.WARN,
        "A look-up of %s failed: %s",
        name,
        failure);
    failing = true;
  }

  /** One caller and the key it asked for. */
  private record Waiting<K, V>(
      K key, UniEmitter<? super Optional<V>> emitter, Optional<String> requestId) {

    static <K, V> Waiting<K, V> now(K key, UniEmitter<? super Optional<V>> emitter) {
      return new Waiting<>(key, emitter, RequestId.current());
    }
  }
}
