package dev.parley.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.SessionToken;
import dev.parley.protocol.internal.VerifySessions;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G6: whoever of the auth service answers is enough. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(StubAuthService.class)
class AuthReplicasTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Of two attempts at a replica that hangs. */
  private static final Duration TWICE = Duration.ofSeconds(3);

  private static final URI NOBODY = URI.create("http://localhost:1");

  @Inject Vertx vertx;
  @Inject AuthServiceConfig config;
  StubAuthService authService;
  private final SessionToken token = SessionToken.generate(new SecureRandom());

  @BeforeEach
  void issue() {
    authService.issue(token, "2999-01-01T00:00:00.000000Z");
  }

  @AfterEach
  void forget() {
    authService.forget();
  }

  @Test
  void aDeadReplicaCostsNothing() {
    AuthReplicas replicas = replicas(NOBODY, config.url().getFirst());
    for (int i = 0; i < 4; i++) {
      assertEquals(Set.of(token.hash().value()), verify(replicas));
    }
  }

  @Test
  void aReplicaThatHangsCostsAMoment() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      AuthReplicas replicas =
          replicas(
              URI.create("http://127.0.0.1:" + silent.getLocalPort()), config.url().getFirst());
      long begin = System.nanoTime();
      assertEquals(Set.of(token.hash().value()), verify(replicas));
      assertEquals(Set.of(token.hash().value()), verify(replicas));
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      assertTrue(taken.compareTo(TWICE) < 0, taken::toString);
    }
  }

  @Test
  void whereNobodyAnswersItIsGivenUp() {
    AuthReplicas replicas = replicas(NOBODY, NOBODY);
    assertThrows(RuntimeException.class, () -> verify(replicas));
  }

  private AuthReplicas replicas(URI... addresses) {
    String urls = String.join(",", List.of(addresses).stream().map(URI::toString).toList());
    SmallRyeConfig settings =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withDefaultValue("parley.auth.url", urls)
            .withMapping(AuthServiceConfig.class)
            .build();
    return new AuthReplicas(settings.getConfigMapping(AuthServiceConfig.class), vertx);
  }

  private Set<String> verify(AuthReplicas replicas) {
    return replicas
        .verify(new VerifySessions.Request(List.of(token.hash())))
        .await()
        .atMost(LIMIT)
        .sessions()
        .keySet();
  }
}
