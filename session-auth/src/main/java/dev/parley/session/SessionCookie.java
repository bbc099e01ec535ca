package dev.parley.session;

/** The cookie that carries a session token in a browser. */
public final class SessionCookie {

  public static final String NAME = "parley_session";

  private SessionCookie() {}
}
