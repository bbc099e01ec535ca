package dev.parley.protocol.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.protocol.User;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * {@code PUT /internal/accounts} of the history service: what the auth service says of accounts. It
 * answers 200 once everything is stored. An older version of an account changes nothing, so the
 * same accounts may be sent again in any order.
 */
public final class LoadAccounts {

  /** Of one request. */
  public static final int MAX_ACCOUNTS = 1_000;

  private LoadAccounts() {}

  /** {@code {"accounts":[…]}}. */
  public record Request(List<Account> accounts) {
    public Request {
      accounts = List.copyOf(accounts);
      if (accounts.size() > MAX_ACCOUNTS) {
        throw new IllegalArgumentException("a request must have at most 1000 accounts");
      }
    }
  }

  /**
   * {@code {"user":{"id":12,"username":"ada"},"state":"active","version":3}}.
   *
   * @param version grows with each change of the account; from 1 up
   */
  public record Account(User user, State state, long version) {
    public Account {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(state, "state");
    }
  }

  /** Whether somebody can use the account; on the wire in lower case. */
  public enum State {
    ACTIVE,
    DEACTIVATED,
    DELETED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static State parse(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** {@code {"stored":2}}: how many accounts were newer than what was known. */
  public record Answer(int stored) {}
}
