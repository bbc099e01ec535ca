/**
 * Turns a session token (Bearer header, session cookie, {@code ?token=} or WebSocket subprotocol)
 * into a {@code SecurityIdentity}. Endpoints say {@code @Authenticated} and read {@link
 * dev.parley.session.AuthenticatedSession}.
 */
package dev.parley.session;
