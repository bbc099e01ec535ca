package dev.parley.auth.account;

import dev.parley.name.Username;
import dev.parley.name.Usernames;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.LoadAccounts;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An account. Only its password ever changes. A change that other services have to know of would
 * also count {@link #version} up; that queues the account for them (see {@link AccountOutbox}).
 */
@Entity
@Table(name = "accounts")
public class Account extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public String username;

  @Column(name = "folded_name")
  public String foldedName;

  public String skeleton;

  @Column(name = "password_hash")
  public String passwordHash;

  @Column(name = "created_at")
  public Instant createdAt;

  public long version = 1;

  static boolean exists(Username name) {
    return count("foldedName = ?1 or skeleton = ?2", name.folded(), name.skeleton()) > 0;
  }

  /** Fails if an account is gone, and its sessions with it. */
  public static Account of(UserId id) {
    return Account.<Account>findByIdOptional(id.value())
        .orElseThrow(() -> new ParleyException(ErrorCode.SESSION_INVALID));
  }

  /** Without regard to case; any text may be asked for. */
  public static Optional<Account> named(String name) {
    return Usernames.folded(name)
        .flatMap(folded -> find("foldedName", folded).firstResultOptional());
  }

  /** Returns the accounts that exist among these folded names. */
  public static List<Account> named(Collection<String> foldedNames) {
    return list("foldedName in ?1", foldedNames);
  }

  /** Returns the accounts that exist among these ids. */
  public static List<Account> withIds(Collection<Long> ids) {
    return list("id in ?1", ids);
  }

  public static List<Account> oldest(int limit) {
    return findAll(Sort.by("createdAt", "id")).page(0, limit).list();
  }

  public static List<Account> newest(int limit) {
    return findAll(Sort.descending("createdAt", "id")).page(0, limit).list();
  }

  /** False if the password was changed meanwhile. */
  public static boolean replacePassword(long id, String current, String replacement) {
    return update("passwordHash = ?1 where id = ?2 and passwordHash = ?3", replacement, id, current)
        == 1;
  }

  /** As the history service is told of it. */
  LoadAccounts.Account told() {
    return new LoadAccounts.Account(user(), LoadAccounts.State.ACTIVE, version);
  }

  public User user() {
    return new User(new UserId(id), username);
  }
}
