package dev.parley.stack.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicRoutesTest {

  private final Upstream auth = upstream();
  private final Upstream history = upstream();
  private final Upstream gateway = upstream();
  private final PublicRoutes routes = new PublicRoutes(auth, history, gateway);

  private static Upstream upstream() {
    return new Upstream(List.of(URI.create("http://127.0.0.1:1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/register",
        "/login",
        "/logout",
        "/me",
        "/users",
        "/users?query=a/../b",
        "/sessions",
        "/sessions/17",
        "/password",
        "/debug/users"
      })
  void accountsGoToTheAuthService(String target) {
    assertSame(auth, routes.of(target).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/messages/global",
        "/messages/direct/j%C3%B6rg",
        "/messages/direct/a.b",
        "/conversations",
        "/conversations/dm-1-2/messages?before=4&limit=2",
        "/rooms",
        "/rooms?query=ops",
        "/rooms/34/members/61"
      })
  void messagesGoToTheHistoryService(String target) {
    assertSame(history, routes.of(target).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?a=%2e%2e",
        "/ws?token=a",
        "/static/bundle/main-A1.js",
        "/favicon.ico",
        "/query",
        "/internals",
        "/roomservice",
        "/LOGIN",
        "/.well-known/security.txt"
      })
  void theRestGoesToTheGateway(String target) {
    assertSame(gateway, routes.of(target).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal",
        "/internal/",
        "/internal/append",
        "/internal?a",
        "/INTERNAL/append",
        "/q",
        "/q/health",
        "/Q/metrics",
        "//internal",
        "/./internal",
        "/x/../internal",
        "/x/..",
        "/%69nternal",
        "/%2e/internal",
        "/x/%2E%2e/internal",
        "/x/..%2finternal",
        "/;/internal",
        "/internal;x=1",
        "/x;/../internal",
        "/x%3b/internal",
        "/\\internal",
        "/x/%5c../internal",
        "/%252e/internal",
        "/x%00/internal",
        "/internal#x",
        "internal",
        "http://host/internal",
        "*",
        "/users//internal",
        ""
      })
  void internalPathsAndOddSpellingsGoNowhere(String target) {
    assertEquals(Optional.empty(), routes.of(target));
  }
}
