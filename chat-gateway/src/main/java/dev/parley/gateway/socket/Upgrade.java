package dev.parley.gateway.socket;

import dev.parley.session.TokenCheck;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.UserData.TypedKey;

/**
 * What the HTTP request of a handshake told, kept for the socket that came of it.
 *
 * @param originAllowed whether the page that asked may use the session cookie
 * @param addressAdmitted whether the client's address may have one socket more
 */
record Upgrade(Channel channel, TokenCheck token, boolean originAllowed, boolean addressAdmitted) {

  static final TypedKey<Upgrade> KEY = new TypedKey<>("parley.upgrade");
}
