package dev.parley.tools.predecessor;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.StringJoiner;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a table as a stream. Nothing else may use the connection meanwhile. Without a
 * call of {@link #finish}, nothing is written.
 */
final class CopyRows implements AutoCloseable {

  private final CopyIn copy;

  /**
   * @param target a table and its columns
   */
  CopyRows(Connection connection, String target) throws SQLException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY %s FROM STDIN".formatted(target));
  }

  /** Writes null as NULL, and everything else as its text. */
  void write(Object... columns) throws SQLException {
    StringJoiner row = new StringJoiner("\t", "", "\n");
    for (Object column : columns) {
      row.add(column == null ? "\\N" : escaped(column.toString()));
    }
    byte[] bytes = row.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  void finish() throws SQLException {
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
