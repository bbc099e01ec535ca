package dev.parley.session;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Accepts every upgrade and says on the socket what came of the token, as the gateway may do. */
@WebSocket(path = "/ws")
public class SocketPath {

  private static final String OUTCOME = "Parley-Test-Outcome";

  @Inject WebSocketConnection connection;

  @OnOpen
  public String open() {
    return connection.handshakeRequest().header("Host") == null ? "" : Outcomes.last;
  }

  /** Authenticates the upgrade and never refuses it. */
  @ApplicationScoped
  public static class Outcomes implements HttpUpgradeCheck {

    static volatile String last;

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
      return upgrade
          .securityIdentity()
          .map(TokenCheck::of)
          .invoke(check -> last = describe(check))
          .map(check -> CheckResult.permitUpgradeSync(headers(check)));
    }

    private static Map<String, List<String>> headers(TokenCheck check) {
      return Map.of(OUTCOME, List.of(describe(check)));
    }

    private static String describe(TokenCheck check) {
      return switch (check) {
        case TokenCheck.Verified(AuthenticatedSession session) ->
            session.session().username() + " by " + session.source();
        case TokenCheck.Refused(var reason) -> "refused " + reason;
      };
    }
  }
}
