package dev.parley.history.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much there may be of what people make. */
@ConfigMapping(prefix = "parley.limits")
public interface Limits {

  @WithDefault("10000")
  int membersOfARoom();

  @WithDefault("1000")
  int roomsOfAUser();

  /** Different ones; any number of users may react with each. */
  @WithDefault("50")
  int emojiOnAMessage();

  /** In one conversation. */
  @WithDefault("100")
  int pins();

  /** Of one user, in all conversations. */
  @WithDefault("60")
  int editsAMinute();
}
