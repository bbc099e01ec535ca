package dev.parley.stack.postgres;

import dev.parley.stack.state.Secret;
import dev.parley.stack.state.StackState;
import java.util.Locale;

/** As whom a service is in PostgreSQL: it owns its schema, and sees nothing else. */
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

  /** From the owner's, so that there is one secret to keep; nobody can go the other way. */
  String password(String ownersPassword) {
    return Secret.derived(ownersPassword, "PostgreSQL role " + role());
  }

  /**
   * How the service logs in.
   *
   * @param owners how the owner does
   */
  public StackState.Database of(StackState.Database owners) {
    return new StackState.Database(owners.jdbcUrl(), role(), password(owners.password()));
  }
}
