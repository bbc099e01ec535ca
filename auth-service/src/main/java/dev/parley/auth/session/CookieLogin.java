package dev.parley.auth.session;

import dev.parley.session.SessionCookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** Gives a browser its session cookie and takes it away. */
@ApplicationScoped
class CookieLogin {

  @Inject SessionConfig config;

  NewCookie issue(Login.LoggedIn loggedIn, HttpServerRequest request) {
    Duration life = Duration.ofDays(config.expireDays());
    return cookie(loggedIn.token().value(), life, request);
  }

  NewCookie clear(HttpServerRequest request) {
    return cookie("", Duration.ZERO, request);
  }

  private static NewCookie cookie(String value, Duration life, HttpServerRequest request) {
    return new NewCookie.Builder(SessionCookie.nameFor(request))
        .value(value)
        .path("/")
        .maxAge(Math.toIntExact(life.toSeconds()))
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .secure(SessionCookie.isSecure(request))
        .build();
  }
}
