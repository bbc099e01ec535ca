package dev.parley.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What clients may send. */
@ConfigMapping(prefix = "parley.http")
interface PublicBodies {

  /**
   * The longest body of a request that is not internal. Internal ones, in which services send
   * batches, are held to {@code quarkus.http.limits.max-body-size} alone.
   */
  @WithDefault("64K")
  MemorySize maxPublicBodySize();
}
