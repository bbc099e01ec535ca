package dev.parley.stack.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * {@code deploy/postgres/roles.sql}, which operators run with psql, converted for PostgreSQL's
 * single-user mode: without psql's own commands, and with passwords in place of its variables.
 */
final class RolesScript {

  private static final String PSQL_COMMAND = "\\";

  private RolesScript() {}

  /** The statements as they are in the file. */
  static String text() {
    try (InputStream script = RolesScript.class.getResourceAsStream("roles.sql")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String statements(String ownersPassword) {
    String statements =
        text()
            .lines()
            .filter(line -> !line.startsWith(PSQL_COMMAND))
            .collect(Collectors.joining("\n", "", "\n\n"));
    return statements
            .replace(":'auth_password'", quoted(ServiceRole.AUTH.password(ownersPassword)))
            .replace(":'history_password'", quoted(ServiceRole.HISTORY.password(ownersPassword)))
        + "GRANT parley_auth, parley_history TO %s;\n\n".formatted(PostgresCluster.ROLE);
  }

  private static String quoted(String secret) {
    return "'" + secret + "'";
  }
}
