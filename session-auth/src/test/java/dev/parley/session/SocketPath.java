package dev.parley.session;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Accepts every upgrade and says what came of its token, as a gateway does. */
@WebSocket(path = "/ws")
public class SocketPath {

  private static final UserData.TypedKey<TokenCheck> CHECK = new UserData.TypedKey<>("check");

  @OnOpen
  public Uni<String> open(WebSocketConnection socket) {
    return Uni.createFrom().item(describe(socket.userData().get(CHECK)));
  }

  private static String describe(TokenCheck check) {
    return switch (check) {
      case TokenCheck.Verified(AuthenticatedSession session) ->
          session.session().username() + " by " + session.source();
      case TokenCheck.Refused(var reason) -> "refused: " + reason;
    };
  }

  @ApplicationScoped
  public static class CheckedUpgrade implements HttpUpgradeCheck {

    @Inject SessionTokens tokens;

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
      return tokens
          .check(upgrade.httpRequest())
          .invoke(check -> upgrade.userData().put(CHECK, check))
          .chain(check -> CheckResult.permitUpgrade());
    }
  }
}
