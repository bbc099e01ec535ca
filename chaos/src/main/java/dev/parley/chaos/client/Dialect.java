package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.chaos.evidence.Protocol;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.Set;

/** How a client behaves in its protocol. Called under the client's lock. */
interface Dialect {

  Protocol protocol();

  /** Adds the token, and what else an upgrade needs. */
  URI prepare(WebSocket.Builder builder, URI address, Login login);

  /** Before anything was received. */
  void opened(Socket socket);

  void received(Socket socket, JsonNode frame, long at);

  void closed();

  /**
   * @param recipient empty for everybody
   */
  void send(Socket socketOrNull, String content, String recipient);

  /** Several times a second. */
  void tick(Socket socketOrNull);

  /** Usernames. */
  Set<String> shownOnline();

  /** How many messages still wait for their acknowledgement. */
  int unacknowledged();
}
