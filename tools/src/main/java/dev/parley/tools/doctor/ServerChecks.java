package dev.parley.tools.doctor;

import dev.parley.stack.redis.RedisPing;
import dev.parley.stack.state.DatabaseAccess;
import dev.parley.stack.state.StackState;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** Checks PostgreSQL, with the settings that keep acknowledged messages, and Redis. */
record ServerChecks(StackState state) {

  Stream<Finding> findings() {
    return Stream.of(postgres(), redis());
  }

  private Finding postgres() {
    try (Connection connection = DatabaseAccess.connect(state.postgres());
        Statement statement = connection.createStatement()) {
      String durability =
          "fsync %s, synchronous_commit %s, full_page_writes %s"
              .formatted(
                  setting(statement, "fsync"),
                  setting(statement, "synchronous_commit"),
                  setting(statement, "full_page_writes"));
      return Finding.of(
          !durability.contains("off"),
          "PostgreSQL %s answers (%s)".formatted(setting(statement, "server_version"), durability),
          "Acknowledged messages are only safe if all three are on: remove the settings from postgresql.conf and postgresql.auto.conf.");
    } catch (SQLException e) {
      return Finding.wrong(
          "PostgreSQL refuses the connection: " + e.getMessage(),
          "Read postgres.log in the data folder.");
    }
  }

  private static String setting(Statement statement, String name) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SHOW " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Finding redis() {
    URI uri = URI.create(state.redis().url());
    String password = uri.getUserInfo().substring(1);
    return Finding.of(
        new RedisPing(uri.getPort(), password).isAnswered(),
        "Redis answers a ping",
        "Read redis.log in the data folder. Parley works without Redis, but more slowly.");
  }
}
