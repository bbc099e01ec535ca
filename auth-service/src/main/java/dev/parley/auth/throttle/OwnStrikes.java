package dev.parley.auth.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What this replica remembers: what Redis told it last, and what it counted while Redis was away.
 * Bounded; beyond that the least used is forgotten. Thread-safe.
 */
final class OwnStrikes {

  private final Clock clock;
  private final Cache<String, Strikes> remembered;

  OwnStrikes(int max, Clock clock) {
    this.clock = clock;
    this.remembered = Caffeine.newBuilder().maximumSize(max).build();
  }

  Strikes of(Tries tries) {
    Strikes known = remembered.getIfPresent(tries.key());
    return known == null ? Strikes.NONE : known;
  }

  void remember(Tries tries, Strikes told) {
    if (told.areKnown()) {
      remembered.asMap().merge(tries.key(), told, Strikes::newerOf);
    }
  }

  Step.Result apply(Tries tries, Step step) {
    AtomicReference<Step.Result> result = new AtomicReference<>();
    remembered
        .asMap()
        .compute(
            tries.key(),
            (key, known) -> {
              Strikes before = known == null ? Strikes.NONE : known;
              result.setPlain(step.apply(before, clock.millis(), tries.limit()));
              Strikes after = result.getPlain().strikes();
              return after.areKnown() ? after : null;
            });
    return result.getPlain();
  }
}
