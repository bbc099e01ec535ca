package dev.parley.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.protocol.ParleyException;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.testing.Eventually;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(StubAuthService.class)
class RemoteUserDirectoryTest {

  @Inject UserDirectory directory;
  @Inject AuthReplicas replicas;
  @Inject AuthServiceConfig config;
  @Inject Vertx vertx;
  StubAuthService authService;

  @AfterEach
  void forget() {
    authService.forget();
  }

  @Test
  void remembersWhomItFound() {
    authService.register("Ada", 12, "ada");
    User ada = new User(new UserId(12), "ada");
    assertEquals(Optional.of(ada), find("Ada"));
    assertEquals(Optional.of(ada), find("Ada"));
    assertEquals(1, authService.requests().size());
  }

  @Test
  void remembersWhomItFoundById() {
    authService.register("12", 12, "ada");
    User ada = new User(new UserId(12), "ada");
    assertEquals(Optional.of(ada), find(new UserId(12)));
    assertEquals(Optional.of(ada), find(new UserId(12)));
    assertEquals(1, authService.requests().size());
    assertEquals(Optional.empty(), find(new UserId(13)));
  }

  /** Nobody waits for a second request: what is asked for meanwhile goes with the next one. */
  @Test
  void idsThatAreAskedForMeanwhileShareARequest() {
    authService.pause();
    List<Uni<Optional<User>>> asked =
        LongStream.rangeClosed(1, 100)
            .peek(id -> authService.register(Long.toString(id), id, "user-" + id))
            .mapToObj(id -> directory.find(new UserId(id)))
            .toList();
    Uni<List<Optional<User>>> all = Uni.join().all(asked).andFailFast().memoize().indefinitely();
    all.subscribe().with(users -> {}, failure -> {});
    authService.resume();
    List<Optional<User>> found = all.await().atMost(Duration.ofSeconds(20));
    assertEquals("user-100", found.getLast().orElseThrow().username());
    assertEquals(2, authService.requests().size());
  }

  @Test
  void neverRemembersThatNobodyWasFound() {
    assertEquals(Optional.empty(), find("later"));
    authService.register("later", 13, "later");
    assertEquals(Optional.of(new User(new UserId(13), "later")), find("later"));
  }

  @Test
  void doesNotAskForWhatNobodyIsCalled() {
    assertEquals(Optional.empty(), find(" "));
    assertEquals(Optional.empty(), find("x".repeat(10_000)));
    assertEquals(List.of(), authService.requests());
  }

  @Test
  void anAccountThatItKnowsIsNotWaitedForAndAskedForAgain() {
    UserDirectory forgetful = new RemoteUserDirectory(replicas, new ShortMemory(config), vertx);
    authService.register("ada", 12, "ada");
    Optional<User> ada = find(forgetful, "ada");
    authService.pause();
    assertEquals(ada, find(forgetful, "ada"));
    authService.resume();
    authService.breakDown(true);
    assertEquals(ada, find(forgetful, "ada"));
    authService.forget();
    Eventually.get(
        "it to be noticed that there is no such account any more",
        Duration.ofSeconds(20),
        () -> findIfAnswered(forgetful, "ada"),
        Optional::isEmpty);
  }

  /** Somebody, where the auth service is still busy with what was asked before. */
  private static Optional<User> findIfAnswered(UserDirectory directory, String username) {
    try {
      return find(directory, username);
    } catch (ParleyException busy) {
      return Optional.of(new User(new UserId(1), "busy"));
    }
  }

  private Optional<User> find(String username) {
    return find(directory, username);
  }

  private Optional<User> find(UserId id) {
    return directory.find(id).await().atMost(Duration.ofSeconds(20));
  }

  private static Optional<User> find(UserDirectory directory, String username) {
    return directory.find(username).await().atMost(Duration.ofSeconds(20));
  }
}
