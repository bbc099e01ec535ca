package dev.parley.chaos.run;

import dev.parley.chaos.client.RunClock;
import dev.parley.chaos.evidence.Picture;
import dev.parley.chaos.evidence.StoredLog;
import dev.parley.stack.StackException;
import dev.parley.stack.postgres.LocalPostgres;
import dev.parley.stack.state.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The content of the database at the end of a run. */
record Stored(StoredLog log, Map<String, Picture> pictures) {

  static Stored read(LocalPostgres postgres, RunClock clock) {
    try (Connection connection =
        DatabaseAccess.connect(LocalPostgres.database(postgres.port(), postgres.password()))) {
      return new Stored(StoredEvents.read(connection, clock), StoredPictures.read(connection));
    } catch (SQLException e) {
      throw new StackException("The database cannot be read after the run: " + e.getMessage(), e);
    }
  }
}
