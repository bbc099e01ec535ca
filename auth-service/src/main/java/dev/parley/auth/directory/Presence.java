package dev.parley.auth.directory;

import dev.parley.protocol.redis.RedisNames;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Who is online, as the gateways say in Redis: the users of every gateway whose lease exists. Read
 * at most once a second; without Redis nobody is.
 */
@ApplicationScoped
class Presence {

  private static final Logger LOG = Logger.getLogger(Presence.class);

  private static final Duration READ_LIMIT = Duration.ofMillis(500);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final ReentrantLock reading = new ReentrantLock();
  private Set<Long> online = Set.of();
  private Instant readAt = Instant.MIN;

  @Inject Redis redis;
  @Inject Clock clock;

  /** The ids of all users who are online. Blocks for half a second at most, never fails. */
  Set<Long> online() {
    reading.lock();
    try {
      if (readAt.isBefore(Instant.now(clock).minus(FRESH))) {
        online = readOrNobody();
        readAt = Instant.now(clock);
      }
      return online;
    } finally {
      reading.unlock();
    }
  }

  private Set<Long> readOrNobody() {
    try {
      return read().await().atMost(READ_LIMIT);
    } catch (RuntimeException e) {
      LOG.debugf("Presence could not be read: %s", e);
      return Set.of();
    }
  }

  private Uni<Set<Long>> read() {
    return redis
        .send(Request.cmd(Command.SMEMBERS).arg(RedisNames.GATEWAYS))
        .map(gateways -> texts(gateways).toList())
        .chain(this::usersOf);
  }

  private Uni<Set<Long>> usersOf(List<String> gateways) {
    List<Request> questions =
        gateways.stream()
            .flatMap(
                gateway ->
                    Stream.of(
                        Request.cmd(Command.EXISTS).arg(RedisNames.gatewayLease(gateway)),
                        Request.cmd(Command.HKEYS).arg(RedisNames.gatewayUsers(gateway))))
            .toList();
    return questions.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : redis.batch(questions).map(Presence::usersOfTheLiving);
  }

  /** Answers in pairs: is it alive, and who is there. */
  private static Set<Long> usersOfTheLiving(List<Response> answers) {
    Set<Long> users = new HashSet<>();
    for (int i = 0; i < answers.size(); i += 2) {
      if (answers.get(i).toInteger() == 1) {
        texts(answers.get(i + 1)).filter(Presence::isUserId).map(Long::valueOf).forEach(users::add);
      }
    }
    return Set.copyOf(users);
  }

  private static boolean isUserId(String field) {
    return field.charAt(0) >= '0' && field.charAt(0) <= '9';
  }

  private static Stream<String> texts(Response list) {
    return StreamSupport.stream(list.spliterator(), false).map(Response::toString);
  }
}
