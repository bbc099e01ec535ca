package dev.parley.history.accounts;

import dev.parley.history.reads.Snapshots;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.session.UserDirectory;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds users by the ids that a request names: in the database, and those that are not there yet in
 * the auth service. It also finds users whose account was deactivated or deleted: the append
 * decides whether that matters. Blocks.
 */
@Singleton
public class KnownUsers {

  private static final String BY_ID =
      "SELECT user_id, username FROM history.accounts WHERE user_id = ANY (?)";

  private final Snapshots snapshots;
  private final UserDirectory directory;

  KnownUsers(Snapshots snapshots, UserDirectory directory) {
    this.snapshots = snapshots;
    this.directory = directory;
  }

  public Optional<User> find(UserId id) throws SQLException {
    return Optional.ofNullable(findAll(List.of(id)).get(id));
  }

  /** Fails with {@code USER_NOT_FOUND} if nobody has this id. */
  public User require(UserId id) throws SQLException {
    return find(id).orElseThrow(() -> unknown(id));
  }

  /** In the order of the ids. Fails with {@code USER_NOT_FOUND} if nobody has one of them. */
  public List<User> require(List<UserId> ids) throws SQLException {
    Map<UserId, User> found = findAll(ids);
    for (UserId id : ids) {
      if (!found.containsKey(id)) {
        throw unknown(id);
      }
    }
    return ids.stream().map(found::get).toList();
  }

  private Map<UserId, User> findAll(Collection<UserId> ids) throws SQLException {
    Map<UserId, User> found = new HashMap<>();
    stored(ids).forEach(user -> found.put(user.id(), user));
    for (UserId id : ids) {
      if (!found.containsKey(id)) {
        directory.find(id).await().indefinitely().ifPresent(user -> found.put(id, user));
      }
    }
    return found;
  }

  private List<User> stored(Collection<UserId> ids) throws SQLException {
    long[] values = ids.stream().mapToLong(UserId::value).toArray();
    return snapshots.read(
        snapshot ->
            snapshot.list(
                BY_ID,
                row -> new User(new UserId(row.getLong("user_id")), row.getString("username")),
                values));
  }

  private static ParleyException unknown(UserId id) {
    return new ParleyException(ErrorCode.USER_NOT_FOUND, "There is no user with the id " + id);
  }
}
