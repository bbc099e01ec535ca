package dev.parley.auth.throttle;

import dev.parley.session.Breaker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The ledger of all replicas, in Redis. A step is one script, so it is atomic. */
final class SharedStrikes {

  private static final String SCRIPT = script();

  private final Redis redis;
  private final Breaker breaker;

  SharedStrikes(Redis redis, Breaker breaker) {
    this.redis = redis;
    this.breaker = breaker;
  }

  private static String script() {
    try (InputStream script = SharedStrikes.class.getResourceAsStream("strikes.lua")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fails where Redis does not answer in time.
   *
   * @param own what this replica remembers; it counts where Redis knows nothing, or nothing as new
   */
  Uni<Step.Result> apply(Tries tries, Step step, Strikes own) {
    Limit limit = tries.limit();
    Request request =
        Request.cmd(Command.EVAL)
            .arg(SCRIPT)
            .arg(1)
            .arg(tries.key())
            .arg(step.word())
            .arg(Double.toString(own.count()))
            .arg(own.atMillis())
            .arg(limit.free())
            .arg(limit.firstPause().toMillis())
            .arg(limit.longestPause().toMillis())
            .arg(limit.forgiveEvery().toMillis())
            .arg(limit.most())
            .arg(tries.keptFor().toMillis());
    return breaker.call(() -> redis.send(request)).map(SharedStrikes::result);
  }

  private static Step.Result result(Response answer) {
    return new Step.Result(
        Duration.ofMillis(answer.get(0).toLong()),
        new Strikes(
            Double.parseDouble(answer.get(1).toString()),
            Long.parseLong(answer.get(2).toString())));
  }
}
