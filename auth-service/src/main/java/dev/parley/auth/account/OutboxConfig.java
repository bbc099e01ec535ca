package dev.parley.auth.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the history service is told of accounts. */
@ConfigMapping(prefix = "parley.outbox")
public interface OutboxConfig {

  /** How often a replica looks for accounts that wait, where the last look found some. */
  @WithDefault("2s")
  Duration sendEvery();

  /** How often it looks otherwise: for accounts that a replica left behind when it died. */
  @WithDefault("15s")
  Duration lookWhenEmptyEvery();

  /** How long one replica of the history service may take for a batch. */
  @WithDefault("5s")
  Duration answerWithin();

  /** How long a registration waits until the history service knows the new account. */
  @WithDefault("1s")
  Duration registrationWaits();
}
