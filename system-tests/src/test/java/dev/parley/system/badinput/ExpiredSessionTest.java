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
 * G6: a session that has expired, or was forgotten; the only test that turns the clock, and so
 * looks into a table.
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
    turnBack("expires_at = now() - interval '1 second'", ada);
    assertOver(ada, other);
  }

  /** Left behind on a machine that many use. */
  @Test
  void aTokenThatNobodyUsedForADayIsAsBadAsAnyOther() throws SQLException {
    TestingAccount ada = TestingAccount.register(stack.edge(), "ada");
    TestingAccount other = ada.onAnotherDevice();
    turnBack("last_seen_at = now() - interval '25 hours'", ada);
    assertOver(ada, other);
  }

  private void assertOver(TestingAccount account, TestingAccount other) {
    assertEquals("Invalid or expired session", account.me().get("/users").expect(401).detail());
    assertEquals(4001, other.firstProtocol(stack.gateway(1)).closeCode());
  }

  private void turnBack(String times, TestingAccount account) throws SQLException {
    try (Connection database =
            DriverManager.getConnection(
                stack.postgres().jdbcUrl(),
                stack.postgres().username(),
                stack.postgres().password());
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE auth.sessions SET %s WHERE account_id = ?".formatted(times))) {
      update.setLong(1, account.id());
      assertEquals(2, update.executeUpdate());
    }
  }
}
