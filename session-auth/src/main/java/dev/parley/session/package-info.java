/**
 * Turns a session token (Bearer header, session cookie, {@code ?token=} or WebSocket subprotocol)
 * into a {@code SecurityIdentity}. Endpoints say {@code @Authenticated} and read {@link
 * dev.parley.session.AuthenticatedSession}; {@link dev.parley.session.TokenCheck} tells why a
 * request is anonymous. A token is only looked up where somebody asks for the identity ({@code
 * quarkus.http.auth.proactive=false}), so public endpoints do not depend on it. Who has no use for
 * an identity asks {@link dev.parley.session.SessionTokens}.
 */
package dev.parley.session;
