package dev.parley.stack.postgres;

import dev.parley.stack.state.Secret;
import dev.parley.stack.state.StackState;
import java.util.Locale;

/** The role of a service in PostgreSQL. It owns its schema, and sees nothing else. */
public enum ServiceRole {
  AUTH,
  HISTORY;

  /** The role of the service whose schema this is. */
  public static ServiceRole ofSchema(String schema) {
    return valueOf(schema.toUpperCase(Locale.ROOT));
  }

  private String role() {
    return PostgresCluster.ROLE + "_" + name().toLowerCase(Locale.ROOT);
  }

  /**
   * Derived from the owner's password, so that there is only one secret to keep. Nobody can compute
   * the owner's from it.
   */
  String password(String ownersPassword) {
    return Secret.derived(ownersPassword, "PostgreSQL role " + role());
  }

  /**
   * The service's login.
   *
   * @param owners the owner's login
   */
  public StackState.Database of(StackState.Database owners) {
    return new StackState.Database(owners.jdbcUrl(), role(), password(owners.password()));
  }
}
