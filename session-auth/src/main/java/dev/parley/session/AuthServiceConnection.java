package dev.parley.session;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Makes the client of the auth service from {@link AuthServiceConfig}. */
class AuthServiceConnection {

  @Produces
  @Singleton
  AuthServiceClient client(AuthServiceConfig config) {
    long timeout = config.timeout().toMillis();
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(config.url())
        .connectTimeout(timeout, TimeUnit.MILLISECONDS)
        .readTimeout(timeout, TimeUnit.MILLISECONDS)
        .build(AuthServiceClient.class);
  }
}
