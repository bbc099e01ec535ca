package dev.parley.session;

import dev.parley.protocol.User;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Finds accounts by name. */
public interface UserDirectory {

  /**
   * The account of this name in the account's own spelling; the case of the asked name does not
   * matter. Fails with {@code ParleyException(UNAVAILABLE)} where that cannot be found out now.
   */
  Uni<Optional<User>> find(String username);
}
