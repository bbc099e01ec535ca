package dev.parley.session;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Accepts every upgrade and says what came of its token, as a gateway does. */
@WebSocket(path = "/ws")
public class SocketPath {

  @Inject SecurityIdentity identity;

  @OnOpen
  public Uni<String> open() {
    return Uni.createFrom().item(describe(TokenCheck.of(identity)));
  }

  private static String describe(TokenCheck check) {
    return switch (check) {
      case TokenCheck.Verified(AuthenticatedSession session) ->
          session.session().username() + " by " + session.source();
      case TokenCheck.Refused(var reason) -> "refused: " + reason;
    };
  }

  /** Without it nobody asks for the identity before the upgrade. */
  @ApplicationScoped
  public static class AuthenticatedUpgrade implements HttpUpgradeCheck {
    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
      return upgrade.securityIdentity().chain(identity -> CheckResult.permitUpgrade());
    }
  }
}
