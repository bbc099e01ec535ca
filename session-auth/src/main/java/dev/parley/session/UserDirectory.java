package dev.parley.session;

import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Finds accounts. Empty if there is none; fails with {@code ParleyException(UNAVAILABLE)} if that
 * cannot be found out now.
 */
public interface UserDirectory {

  /**
   * The account of this name in the account's own spelling; the case of the asked name does not
   * matter.
   */
  Uni<Optional<User>> find(String username);

  Uni<Optional<User>> find(UserId id);
}
