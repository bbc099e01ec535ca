package dev.parley.history.requests;

import dev.parley.http.ErrorBody;
import dev.parley.protocol.ErrorCode;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.hibernate.PessimisticLockException;
import org.hibernate.QueryTimeoutException;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** If PostgreSQL is down or too busy, the answer is 503 and the client can try again. */
class DatabaseAway {

  private static final Logger LOG = Logger.getLogger(DatabaseAway.class);

  /** The connection pool throws the generic type if no connection was free in time. */
  @ServerExceptionMapper({
    SQLException.class,
    JDBCConnectionException.class,
    QueryTimeoutException.class,
    PessimisticLockException.class,
    GenericJDBCException.class
  })
  Response unavailable(Exception failure) {
    LOG.warnf("A request failed because of PostgreSQL: %s", failure);
    return ErrorBody.response(ErrorCode.UNAVAILABLE);
  }
}
