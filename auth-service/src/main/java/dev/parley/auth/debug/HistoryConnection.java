package dev.parley.auth.debug;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Makes the client of the history service from {@link HistoryConfig}. */
class HistoryConnection {

  @Produces
  @Singleton
  HistoryClient client(HistoryConfig config) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(config.url())
        .connectTimeout(2, TimeUnit.SECONDS)
        .readTimeout(config.resetTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .build(HistoryClient.class);
  }
}
