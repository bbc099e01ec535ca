package dev.parley.auth;

import dev.parley.http.ErrorBody;
import dev.parley.protocol.ErrorCode;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a client to try again if PostgreSQL cannot be reached or has no free connection. */
class DatabaseAway {

  private static final Logger LOG = Logger.getLogger(DatabaseAway.class);

  /**
   * Of SQLSTATEs: connection exception, transaction rollback, insufficient resources, object not in
   * the state needed (a lock that was not free), operator intervention (a shutdown, or the time-out
   * of a statement).
   */
  private static final Set<String> MAY_PASS = Set.of("08", "40", "53", "55", "57");

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
        return mayPass(sql.getSQLState());
      }
    }
    return false;
  }

  /** Without a state it comes from the pool, which had no connection in time. */
  private static boolean mayPass(String state) {
    return state == null || MAY_PASS.contains(state.substring(0, 2));
  }
}
