package dev.parley.history.accounts;

import dev.parley.history.requests.InternalBody;
import dev.parley.protocol.internal.LoadAccounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.sql.SQLException;

/** {@link LoadAccounts}: the auth service tells what accounts there are. */
@Path("/internal/accounts")
class AccountsResource {

  @Inject StoredAccounts accounts;
  @Inject InternalBody json;

  @PUT
  @RunOnVirtualThread
  public LoadAccounts.Answer load(String body) throws SQLException {
    LoadAccounts.Request request = json.read(body, LoadAccounts.Request.class);
    return new LoadAccounts.Answer(accounts.store(request.accounts()));
  }
}
