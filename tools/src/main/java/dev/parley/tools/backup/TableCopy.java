package dev.parley.tools.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Streams the rows of one table out or in, because a table may be larger than memory. */
record TableCopy(Connection connection, Catalog.Table table) {

  private static final int BUFFER_BYTES = 64 * 1024;

  Manifest.Table writeTo(OutputStream output) throws SQLException, IOException {
    DigestOutputStream digested = new DigestOutputStream(output, Sha256.digest());
    long rows = copies().copyOut("COPY %s TO STDOUT".formatted(table.copyColumns()), digested);
    return new Manifest.Table(
        table.schema(), table.name(), table.columns(), rows, Sha256.text(digested));
  }

  /** The number of rows. */
  long readFrom(InputStream input) throws SQLException, IOException {
    return copies()
        .copyIn("COPY %s FROM STDIN".formatted(table.copyColumns()), input, BUFFER_BYTES);
  }

  private CopyManager copies() throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
