package dev.parley.gateway.history;

import dev.parley.http.Replicas;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The history service, be it one process, several, or several behind a balancer. */
@Singleton
public class HistoryReplicas {

  /** Where the history service is, and how long to wait for it. */
  @ConfigMapping(prefix = "parley.history")
  interface Config {

    /** The internal ports of the replicas, or a balancer in front of them. */
    @WithDefault("http://localhost:9082")
    List<URI> url();

    /** How long an attempt waits for a connection. */
    @WithDefault("1S")
    Duration connectWithin();

    /** How long an attempt waits for an answer; then another replica is asked. */
    @WithDefault("1500MS")
    Duration answerWithin();

    /** After how long no further attempt to read begins. */
    @WithDefault("2S")
    Duration readWithin();
  }

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Replicas<HistoryService> replicas;

  HistoryReplicas(Config config, Vertx vertx) {
    this.replicas =
        new Replicas<>(
            config.url(),
            address -> client(address, config),
            new Replicas.Patience(config.readWithin(), PAUSE),
            vertx);
  }

  private static HistoryService client(URI address, Config config) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(config.connectWithin().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(config.answerWithin().toMillis(), TimeUnit.MILLISECONDS)
        .build(HistoryService.class);
  }

  /** At one replica after the other, as long as a reader's patience lasts. */
  public <T> Uni<T> ask(Function<HistoryService, Uni<T>> call) {
    return replicas.ask(call);
  }

  /** At the next replica; the caller knows what to do without an answer. */
  public <T> Uni<T> askOnce(Function<HistoryService, Uni<T>> call) {
    return replicas.askOnce(call);
  }
}
