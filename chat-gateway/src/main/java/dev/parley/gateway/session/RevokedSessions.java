package dev.parley.gateway.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.redis.ServiceListener;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.protocol.redis.SessionsRevoked;
import jakarta.inject.Singleton;

/** Closes the sockets of sessions that the auth service has ended. */
@Singleton
class RevokedSessions implements ServiceListener {

  private final Connections connections;
  private final ObjectMapper json;

  RevokedSessions(Connections connections, ObjectMapper json) {
    this.connections = connections;
    this.json = json;
  }

  @Override
  public String channel() {
    return RedisNames.SESSIONS_REVOKED;
  }

  @Override
  public void received(String payload) {
    if (Mechanism.REVOCATION.isOn()) {
      connections.closeSessions(read(payload).sessionIds());
    }
  }

  private SessionsRevoked read(String payload) {
    try {
      return json.readValue(payload, SessionsRevoked.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a list of sessions", e);
    }
  }
}
