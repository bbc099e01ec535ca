package dev.parley.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The statements of {@code db/concurrently/<name>}, each of which ends with its line. */
record ConcurrentScript(List<String> statements) {

  private static final String FOLDER = "db/concurrently/";

  /**
   * Empty if there is no such file.
   *
   * @param script the migration's file; Flyway may put the folder before its name
   */
  static Optional<ConcurrentScript> named(String script) {
    String name = script.substring(script.lastIndexOf('/') + 1);
    ClassLoader resources = Thread.currentThread().getContextClassLoader();
    try (InputStream content = resources.getResourceAsStream(FOLDER + name)) {
      return Optional.ofNullable(content).map(ConcurrentScript::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConcurrentScript read(InputStream content) {
    try {
      String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      return new ConcurrentScript(
          Arrays.stream(text.split(";\\R", -1)).filter(part -> !part.isBlank()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One by one: several at once would be a transaction. */
  void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = 0");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
