package dev.parley.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Optional;

/** Where browsers find Parley, for a proxy that names another host to the services. */
@ConfigMapping(prefix = "parley.public-origin")
interface PublicOriginConfig {

  /** {@code https://chat.example,https://chat.intern:8443}. */
  @WithParentName
  Optional<List<String>> origins();
}
