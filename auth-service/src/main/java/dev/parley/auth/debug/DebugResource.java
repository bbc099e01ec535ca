package dev.parley.auth.debug;

import dev.parley.auth.account.Account;
import dev.parley.auth.session.Session;
import dev.parley.http.HttpTime;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.SessionId;
import dev.parley.protocol.UserId;
import dev.parley.session.RequestOrigin;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The endpoints of the predecessor's troubleshooting tool. */
@Path("/debug")
@RunOnVirtualThread
class DebugResource {

  private static final int RECENT_USERS = 10;
  private static final int RECENT_SESSIONS = 20;

  @Inject Reset reset;
  @Inject Clock clock;
  @Inject RequestOrigin origin;

  @GET
  @Path("/users")
  @Operation(summary = "Returns the newest accounts, in development only")
  public Users users() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                new Users(
                    Account.count(),
                    Account.newest(RECENT_USERS).stream().map(RecentUser::of).toList()));
  }

  @GET
  @Path("/sessions")
  @Operation(summary = "Returns the newest sessions, in development only")
  public Sessions sessions() {
    Instant now = Instant.now(clock);
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                new Sessions(
                    Session.count(),
                    Session.newest(RECENT_SESSIONS).stream()
                        .map(session -> RecentSession.of(session, now))
                        .toList()));
  }

  /** Nobody needs to be logged in for it, so at least no other site may ask a browser for it. */
  @POST
  @Path("/reset")
  @Operation(summary = "Deletes everything, in development only")
  public Done reset(@Context HttpServerRequest request) {
    if (!origin.isOwnSite(request)) {
      throw new ParleyException(ErrorCode.ORIGIN_NOT_ALLOWED);
    }
    reset.everything();
    return new Done("Database reset successfully");
  }

  record Done(String message) {}

  record Users(long totalUsers, List<RecentUser> recentUsers) {}

  record RecentUser(UserId id, String username, String createdAt) {
    private static RecentUser of(Account account) {
      return new RecentUser(
          new UserId(account.id), account.username, HttpTime.seconds(account.createdAt));
    }
  }

  record Sessions(long totalSessions, List<RecentSession> recentSessions) {}

  record RecentSession(
      SessionId id,
      UserId userId,
      String username,
      String createdAt,
      String expiresAt,
      boolean isActive) {

    private static RecentSession of(Session session, Instant now) {
      return new RecentSession(
          new SessionId(session.id),
          new UserId(session.account.id),
          session.account.username,
          HttpTime.seconds(session.createdAt),
          HttpTime.seconds(session.expiresAt),
          session.isValidAt(now));
    }
  }
}
