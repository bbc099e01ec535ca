package dev.parley.session;

import dev.parley.http.Replicas;
import dev.parley.protocol.internal.CheckSessions;
import dev.parley.protocol.internal.LookUpUsers;
import dev.parley.protocol.internal.VerifySessions;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The auth service: each request goes to one replica, and to the next one where that does not
 * answer in time, within {@link AuthServiceConfig#within()}. All of them only read, so asking twice
 * does no harm. Thread-safe; never blocks.
 */
@Singleton
public class AuthReplicas {

  private static final long MAX_CONNECT_MILLIS = 1_000;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Replicas<AuthServiceClient> replicas;

  @Inject
  AuthReplicas(AuthServiceConfig config, Vertx vertx) {
    this.replicas =
        new Replicas<>(
            config.url(),
            address -> clientOf(address, config.timeout().toMillis()),
            new Replicas.Patience(config.within(), PAUSE),
            vertx);
  }

  private static AuthServiceClient clientOf(URI address, long timeout) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(Math.min(timeout, MAX_CONNECT_MILLIS), TimeUnit.MILLISECONDS)
        .readTimeout(timeout, TimeUnit.MILLISECONDS)
        .build(AuthServiceClient.class);
  }

  Uni<VerifySessions.Answer> verify(VerifySessions.Request request) {
    return replicas.ask(replica -> replica.verify(request));
  }

  /** Which of these sessions are still valid, from the database itself. */
  public Uni<CheckSessions.Answer> check(CheckSessions.Request request) {
    return replicas.ask(replica -> replica.check(request));
  }

  Uni<LookUpUsers.Answer> lookUp(LookUpUsers.Request request) {
    return replicas.ask(replica -> replica.lookUp(request));
  }
}
