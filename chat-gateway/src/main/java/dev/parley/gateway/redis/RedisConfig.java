package dev.parley.gateway.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway notices that Redis is away, and how it comes back to it. */
@ConfigMapping(prefix = "parley.redis")
interface RedisConfig {

  /** How often the gateway publishes to itself, and looks whether anything came. */
  @WithDefault("1S")
  Duration tickEvery();

  /** After how long without a word a connection is taken for hung, and closed. */
  @WithDefault("3S")
  Duration hungAfter();

  /** How long an attempt to connect may take: a stopped Redis accepts, and answers nothing. */
  @WithDefault("2S")
  Duration attemptWithin();

  /** The pause before the second attempt; it doubles with each further one. */
  @WithDefault("250MS")
  Duration retryAfter();

  /** The longest pause between two attempts. */
  @WithDefault("2S")
  Duration retryAtMost();
}
