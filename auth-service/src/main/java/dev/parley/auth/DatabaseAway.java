package dev.parley.auth;

import dev.parley.http.ErrorBody;
import dev.parley.protocol.ErrorCode;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a client to try again if PostgreSQL cannot be reached or has no free connection. */
class DatabaseAway {

  private static final Logger LOG = Logger.getLogger(DatabaseAway.class);

  @ServerExceptionMapper
  Response failed(PersistenceException failure) {
    if (isAway(failure)) {
      LOG.warnf("PostgreSQL is not available: %s", failure);
      return ErrorBody.response(ErrorCode.UNAVAILABLE);
    }
    LOG.error("A statement failed", failure);
    return ErrorBody.response(ErrorCode.INTERNAL);
  }

  private static boolean isAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return isAway(sql.getSQLState());
      }
    }
    return false;
  }

  /**
   * No state: the pool gave up. Classes 08, 53, 57: connection, resources, shutdown or time-out of
   * a statement (PostgreSQL, appendix A).
   */
  private static boolean isAway(String state) {
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57");
  }
}
