package dev.parley.stack.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.stack.process.FreePort;
import dev.parley.stack.state.StackState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an attacker who controls one service can do in PostgreSQL. */
class ServiceRolesIT {

  /** PostgreSQL, appendix A. */
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private static final String PASSWORD = "for-tests-only";

  @TempDir private Path folder;

  @Test
  void aServiceOwnsItsSchemaAndSeesNoOther() throws SQLException {
    try (LocalPostgres postgres = launch()) {
      try (Connection history = connect(postgres, ServiceRole.HISTORY)) {
        execute(history, "CREATE TABLE history.messages (content text)");
      }
      try (Connection auth = connect(postgres, ServiceRole.AUTH)) {
        execute(auth, "CREATE TABLE auth.accounts (username text)");
        for (String attempt :
            new String[] {
              "SELECT * FROM history.messages",
              "CREATE TABLE history.mine (x int)",
              "CREATE TABLE public.mine (x int)",
              "CREATE SCHEMA mine",
              "CREATE TEMPORARY TABLE mine (x int)",
              "SET ROLE parley",
              "SELECT * FROM pg_authid",
              "COPY auth.accounts TO PROGRAM 'cat'",
              "ALTER ROLE parley_history PASSWORD 'mine'"
            }) {
          SQLException refusal = assertThrows(SQLException.class, () -> execute(auth, attempt));
          assertEquals(INSUFFICIENT_PRIVILEGE, refusal.getSQLState(), refusal.getMessage());
        }
      }
      try (Connection owner = DriverManager.getConnection(postgres.jdbcUrl(), "parley", PASSWORD)) {
        execute(owner, "SELECT * FROM auth.accounts, history.messages");
      }
    }
  }

  @Test
  void tablesAndFunctionsOfAFormerVersionAreHandedOver() throws Exception {
    try (LocalPostgres postgres = launch();
        Connection owner = DriverManager.getConnection(postgres.jdbcUrl(), "parley", PASSWORD)) {
      execute(owner, "CREATE TABLE auth.accounts (id bigint GENERATED ALWAYS AS IDENTITY, x int)");
      execute(owner, "CREATE FUNCTION auth.one() RETURNS int LANGUAGE sql AS 'SELECT 1'");
    }
    Files.delete(folder.resolve("postgres/parley.roles"));
    try (LocalPostgres postgres = launch();
        Connection auth = connect(postgres, ServiceRole.AUTH)) {
      execute(auth, "INSERT INTO auth.accounts (x) VALUES (1)");
      execute(auth, "ALTER TABLE auth.accounts ADD COLUMN y int");
      execute(auth, "DROP FUNCTION auth.one()");
      try (Statement statement = auth.createStatement();
          ResultSet row = statement.executeQuery("SELECT count(*) FROM auth.accounts")) {
        row.next();
        assertEquals(1, row.getInt(1));
      }
    }
  }

  private LocalPostgres launch() {
    return LocalPostgres.launch(
            folder.resolve("postgres"),
            FreePort.find(),
            PASSWORD,
            false,
            folder.resolve("postgres.log"),
            event -> {})
        .awaitReady();
  }

  private static Connection connect(LocalPostgres postgres, ServiceRole role) throws SQLException {
    StackState.Database own = role.of(LocalPostgres.database(postgres.port(), PASSWORD));
    return DriverManager.getConnection(own.jdbcUrl(), own.user(), own.password());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
