package dev.parley.history.append;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Merges waiting requests into one transaction. While a commit is on its way to the disk, the next
 * requests gather. So a busy service commits more at once, and an idle one never waits. There is
 * one writer, on a virtual thread, which keeps the order of arrival.
 */
@Startup
@Singleton
public final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final PostgresLog log;
  private final AppendConfig limits;
  private final AppendMetrics metrics;
  private final AppendQueue queue;
  private final Thread writer;
  private final Outage outage = new Outage();
  private volatile boolean closed;

  GroupCommit(
      @DataSource("appends") javax.sql.DataSource dataSource,
      Decisions decisions,
      AppendConfig limits,
      MeterRegistry registry) {
    this.log = new PostgresLog(dataSource, decisions);
    this.limits = limits;
    this.metrics = new AppendMetrics(registry);
    this.queue = new AppendQueue(limits);
    this.writer = Thread.ofVirtual().name("append-writer").unstarted(this::writeUntilClosed);
  }

  @PostConstruct
  void start() {
    metrics.watchWaiting(queue::waitingEvents);
    writer.start();
  }

  /**
   * Decides these commands in their order and commits what they make together. Never blocks the
   * caller.
   *
   * @return one receipt for each, after the commit. Fails with {@code UNAVAILABLE} at once where
   *     too much waits, after {@link AppendConfig#maxWait()}, and where PostgreSQL is away; the
   *     same commands may be sent again. A request that waited too long may have been committed all
   *     the same: then the {@code client_id}s tell.
   */
  public CompletionStage<List<Receipt>> append(List<Command> commands) {
    WaitingAppend append = new WaitingAppend(commands);
    if (closed || !queue.offer(append)) {
      metrics.refused();
      return CompletableFuture.failedFuture(new ParleyException(ErrorCode.UNAVAILABLE));
    }
    Timer.Sample arrival = metrics.start();
    return append
        .answer()
        .orTimeout(limits.maxWait().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(GroupCommit::unavailable)
        .whenComplete((receipts, failure) -> metrics.answered(arrival, failure != null));
  }

  private static List<Receipt> unavailable(Throwable cause) {
    throw new ParleyException(ErrorCode.UNAVAILABLE, cause);
  }

  private void writeUntilClosed() {
    while (!closed) {
      try {
        write(queue.takeMerged());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void write(List<WaitingAppend> requests) {
    List<Command> commands =
        requests.stream().flatMap(request -> request.commands().stream()).toList();
    if (commands.isEmpty()) {
      return;
    }
    try {
      Timer.Sample begin = metrics.start();
      List<Receipt> receipts = log.append(commands);
      metrics.committed(begin, commands.size());
      answer(requests, receipts);
    } catch (SQLException failure) {
      writeEachOrFail(requests, failure);
    } catch (RuntimeException failure) {
      LOG.error("The append failed unexpectedly", failure);
      fail(requests, failure);
    }
  }

  private void answer(List<WaitingAppend> requests, List<Receipt> receipts) {
    outage.end();
    int from = 0;
    for (WaitingAppend request : requests) {
      request.answer().complete(receipts.subList(from, from + request.size()));
      from += request.size();
    }
  }

  /** If PostgreSQL refuses one request, the others must not fail with it. */
  private void writeEachOrFail(List<WaitingAppend> requests, SQLException failure) {
    if (requests.size() > 1 && AppendFailure.of(failure, false) == AppendFailure.OF_THE_DATA) {
      requests.forEach(request -> write(List.of(request)));
    } else {
      fail(requests, failure);
    }
  }

  private void fail(List<WaitingAppend> requests, Exception failure) {
    outage.add(requests.size(), failure);
    requests.forEach(request -> request.answer().completeExceptionally(failure));
  }

  /** After a reset of the data by this replica. */
  public void forgetRows() {
    log.forgetRows();
  }

  /** Finishes the transaction that is under way; what waits behind it is refused. */
  @PreDestroy
  @Override
  public void close() {
    closed = true;
    queue.offer(wakeUpCall());
    try {
      writer.join(CLOSE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ParleyException goingAway = new ParleyException(ErrorCode.GOING_AWAY);
    queue.drain().forEach(request -> request.answer().completeExceptionally(goingAway));
  }

  /** Interrupting a virtual thread would close the socket under its commit. */
  private static WaitingAppend wakeUpCall() {
    return new WaitingAppend(List.of());
  }
}
