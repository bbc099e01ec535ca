package dev.parley.system.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.WithStack;
import dev.parley.testing.TestingAccount;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * G6: a session that has expired; the only test that turns the clock, and so looks into a table.
 */
@WithStack
class ExpiredSessionTest {

  private final RunningStack stack;

  ExpiredSessionTest(RunningStack stack) {
    this.stack = stack;
  }

  @Test
  void anExpiredTokenIsAsBadAsAnyOther() throws SQLException {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    TestingAccount other = ada.onAnotherDevice();
    expireSessionsOf(ada);
    assertEquals("Invalid or expired session", ada.me().get("/users").expect(401).detail());
    assertEquals(4001, other.firstProtocol(stack.gateway(1)).closeCode());
  }

  private void expireSessionsOf(TestingAccount account) throws SQLException {
    try (Connection database =
            DriverManager.getConnection(
                stack.postgres().jdbcUrl(),
                stack.postgres().username(),
                stack.postgres().password());
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE auth.sessions SET expires_at = now() - interval '1 second' WHERE account_id = ?")) {
      update.setLong(1, account.id());
      assertEquals(2, update.executeUpdate());
    }
  }
}
