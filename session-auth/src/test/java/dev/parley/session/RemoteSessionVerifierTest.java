package dev.parley.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.SessionToken;
import dev.parley.protocol.UserId;
import dev.parley.protocol.VerifiedSession;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(StubAuthService.class)
class RemoteSessionVerifierTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String NEVER = "2999-01-01T00:00:00.000000Z";

  @Inject SessionVerifier verifier;
  @Inject SessionCache cache;
  StubAuthService authService;
  private final SecureRandom random = new SecureRandom();
  private final SessionToken.Hash hash = SessionToken.generate(random).hash();

  @AfterEach
  void forget() {
    authService.forget();
  }

  @Test
  void aCachedSessionNeedsNoRequest() {
    VerifiedSession session = session(Duration.ofDays(1));
    remember(session);
    assertEquals(Optional.of(session), verify(hash));
    assertEquals(List.of(), authService.requests());
  }

  @Test
  void aRevokedSessionStaysRevokedWhoeverRemembersIt() {
    remember(session(Duration.ofDays(1)));
    cache.markRevoked(List.of(hash)).await().atMost(LIMIT);
    remember(session(Duration.ofDays(1)));
    assertEquals(Optional.empty(), verify(hash));
    assertEquals(List.of(), authService.requests());
  }

  @Test
  void anExpiredSessionIsNotCached() {
    remember(session(Duration.ofSeconds(-1)));
    assertEquals(new CachedSession.Absent(), cache.read(hash).await().atMost(LIMIT));
  }

  @Test
  void lookUpsThatWaitTogetherGoTogether() {
    SessionToken known = SessionToken.generate(random);
    authService.issue(known, NEVER);
    authService.pause();
    CompletableFuture<?> first = verifier.verify(hash).subscribeAsCompletionStage();
    waitForRequests(1);
    List<CompletableFuture<Optional<VerifiedSession>>> others =
        IntStream.range(0, 200)
            .mapToObj(i -> i % 2 == 0 ? known.hash() : SessionToken.generate(random).hash())
            .map(token -> verifier.verify(token).subscribeAsCompletionStage())
            .toList();
    // Redis reads in the order of asking: when a later read is answered, all of them wait.
    cache.read(hash).await().atMost(LIMIT);
    authService.resume();
    first.join();
    assertEquals(100, others.stream().filter(other -> other.join().isPresent()).count());
    assertTrue(
        authService.requests().size() <= 4, () -> authService.requests().size() + " requests");
  }

  @Test
  void anAuthServiceThatHangsIsUnavailable() {
    authService.pause();
    assertUnavailable(verifier.verify(hash));
  }

  @Test
  void anAuthServiceThatFailsIsUnavailableUntilItIsBack() {
    authService.breakDown(true);
    assertUnavailable(verifier.verify(hash));
    authService.breakDown(false);
    assertEquals(Optional.empty(), verify(hash));
  }

  private void remember(VerifiedSession session) {
    cache.remember(Map.of(hash, session)).await().atMost(LIMIT);
  }

  private static void assertUnavailable(Uni<?> lookUp) {
    ParleyException failure =
        assertThrows(ParleyException.class, () -> lookUp.await().atMost(LIMIT));
    assertEquals(ErrorCode.UNAVAILABLE, failure.code());
  }

  private Optional<VerifiedSession> verify(SessionToken.Hash token) {
    return verifier.verify(token).await().atMost(LIMIT);
  }

  private void waitForRequests(int count) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (authService.requests().size() < count) {
      assertTrue(Instant.now().isBefore(deadline), "no request arrived");
      Thread.onSpinWait();
    }
  }

  private static VerifiedSession session(Duration life) {
    return new VerifiedSession(
        new SessionId(7),
        new UserId(12),
        "ada",
        Instant.now().plus(life).truncatedTo(ChronoUnit.MICROS));
  }
}
