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

/** PostgreSQL that is away or too busy is no error of ours: 503, to be tried again. */
class DatabaseAway {

  private static final Logger LOG = Logger.getLogger(DatabaseAway.class);

  /** The generic one is also how the connection pool says that none was free in time. */
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
