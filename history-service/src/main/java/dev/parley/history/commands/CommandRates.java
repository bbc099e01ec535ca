package dev.parley.history.commands;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parley.http.TokenBucket;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.UserId;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Refuses commands of a user who sends too many. Each replica counts for itself. */
@Singleton
class CommandRates {

  private final LoadingCache<UserId, TokenBucket> buckets;

  CommandRates(CommandLimits limits) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(limits.maxUsers())
            .expireAfterAccess(untilFull(limits))
            .build(user -> new TokenBucket(limits.perSecond(), limits.burst(), System.nanoTime()));
  }

  /** A bucket that is full again is as good as a new one. */
  private static Duration untilFull(CommandLimits limits) {
    return Duration.ofSeconds(1 + limits.burst() / limits.perSecond());
  }

  /** Fails with {@code TOO_MANY_REQUESTS}, and says when the user may go on. */
  void countOne(UserId user) {
    Duration wait = buckets.get(user).take(System.nanoTime());
    if (wait.isPositive()) {
      throw new ParleyException(ErrorCode.TOO_MANY_REQUESTS, wait);
    }
  }
}
