package dev.parley.auth;

import static dev.parley.auth.Client.PASSWORD;
import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.login;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@AuthTest
class DatabaseAwayTest {

  @Inject DataSource database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int maxConnections;

  @Test
  void whoFindsNoConnectionMayTryAgain() throws SQLException {
    String name = registered();
    String token = tokenOf(name);
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < maxConnections; i++) {
        taken.add(database.getConnection());
      }
      refused(login(name, PASSWORD), 503, "Temporarily unavailable: try again", "unavailable");
      refused(as(token).get("/me"), 503, "Temporarily unavailable: try again", "unavailable");
      as(token).post("/logout").then().statusCode(503).header("Retry-After", "1");
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    as(token).get("/me").then().statusCode(200);
  }
}
