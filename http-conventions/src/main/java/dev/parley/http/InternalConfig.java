package dev.parley.http;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the services know of each other. */
@ConfigMapping(prefix = "parley.internal")
public interface InternalConfig {

  /**
   * The secret that every service sends to the others and asks of them, at least 16 characters.
   * There is no default: without it every internal endpoint refuses, and every call to one fails.
   *
   * <p>While it is replaced there are two, separated by a comma: the first is sent, both are good.
   */
  Optional<List<String>> secret();
}
