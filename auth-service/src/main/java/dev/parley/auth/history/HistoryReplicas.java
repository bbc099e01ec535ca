package dev.parley.auth.history;

import dev.parley.http.Replicas;
import dev.parley.protocol.internal.LoadAccounts;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The history service: each request goes to one replica, and to the next one if that gives no good
 * answer. All of them may be made twice. If no replica did it, the caller decides when to try
 * again. Thread-safe; never blocks.
 */
@Singleton
public class HistoryReplicas {

  /** No second round: with such a pause it would begin too late. */
  private static final Replicas.Patience ONE_ROUND =
      new Replicas.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1));

  private final Replicas<HistoryService> replicas;

  HistoryReplicas(HistoryConfig config, Vertx vertx) {
    this.replicas =
        new Replicas<>(config.url(), address -> client(address, config), ONE_ROUND, vertx);
  }

  private static HistoryService client(URI address, HistoryConfig config) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(config.connectWithin().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(config.resetTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .build(HistoryService.class);
  }

  /**
   * @param accounts at most {@link LoadAccounts#MAX_ACCOUNTS}
   * @param attempt how long one replica may take
   */
  public Uni<LoadAccounts.Answer> load(List<LoadAccounts.Account> accounts, Duration attempt) {
    LoadAccounts.Request request = new LoadAccounts.Request(accounts);
    return replicas.ask(replica -> replica.load(request).ifNoItem().after(attempt).fail());
  }

  public Uni<Void> reset() {
    return replicas.ask(HistoryService::reset);
  }
}
