package dev.parley.auth.directory;

import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.refused;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.auth.AuthTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The directory of a server with 10,000 accounts: an answer is bounded, and has the best matches.
 */
@AuthTest
class ManyUsersTest {

  private static final String FILL =
      """
      INSERT INTO auth.accounts (username, folded_name, skeleton, password_hash, created_at)
      SELECT name, name, name, 'none', now()
      FROM (SELECT 'crowd-' || number FROM generate_series(1, 10000) number
            UNION ALL SELECT unnest(ARRAY['a-crowd', 'crowd', 'xcrowd'])) made (name)
      """;

  private static final String EMPTY = "DELETE FROM auth.accounts WHERE folded_name LIKE '%crowd%'";

  @Inject DataSource database;

  @BeforeEach
  void fill() throws SQLException {
    run(FILL);
  }

  @AfterEach
  void empty() throws SQLException {
    run(EMPTY);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void theBestMatchesComeFirstHoweverManyOlderOnesThereAre() {
    List<String> names = search("CROWD", "match").path("username");
    assertEquals(50, names.size());
    assertEquals(List.of("crowd", "crowd-1", "crowd-2"), names.subList(0, 3));
    assertEquals(List.of("xcrowd"), search("xcro", "match").path("username"));
    assertEquals(List.of("a-crowd"), search("-crow", "match").path("username"));
  }

  @Test
  void aPageIsInTheOrderOfIdsUnlessTheBestAreAskedFor() {
    List<Integer> ids = search("crowd", "id").path("id");
    assertEquals(50, ids.size());
    assertEquals(ids.stream().sorted().toList(), ids);
  }

  @Test
  void anOrderThatIsNoneIsRefused() {
    refused(search("crowd", "name"), 400, "order must be id or match", "invalid_field");
  }

  private static Response search(String query, String order) {
    return as(tokenOf(registered()))
        .queryParam("query", query)
        .queryParam("order", order)
        .get("/users");
  }
}
