package dev.parley.history.append;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much the append takes on. */
@ConfigMapping(prefix = "parley.append")
public interface AppendConfig {

  /**
   * Messages and other events that may wait for the writer. A request beyond that is refused at
   * once (503); its gateway sends it again.
   */
  @WithDefault("10000")
  int maxWaitingMessages();

  /**
   * A request that was not committed for so long is answered with 503, and not begun any more: its
   * gateway has asked another replica by then.
   */
  @WithDefault("2s")
  Duration maxWait();

  /** Requests are merged into one transaction until it has so many messages and other events. */
  @WithDefault("1000")
  int maxTransactionMessages();

  /** And until their contents have so many characters: a transaction must end within 2 s. */
  @WithDefault("1000000")
  int maxTransactionCharacters();
}
