package dev.parley.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.Protocol;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.HashSet;
import java.util.Set;

/** The predecessor's page: no acknowledgements, and after a reconnect it reads the last 50. */
final class FirstDialect implements Dialect {

  private final Surroundings surroundings;
  private final Journal journal;
  private Set<String> online = Set.of();
  private boolean greeted;

  FirstDialect(Surroundings surroundings, Journal journal) {
    this.surroundings = surroundings;
    this.journal = journal;
  }

  @Override
  public Protocol protocol() {
    return Protocol.FIRST;
  }

  @Override
  public URI prepare(WebSocket.Builder builder, URI address, Login login) {
    return URI.create(address + "?token=" + login.token());
  }

  @Override
  public void opened(Socket socket) {
    greeted = false;
    surroundings.blocking().execute(() -> readHistory(socket.login()));
  }

  /** The page shows it above; the checks are about what comes live. */
  private void readHistory(Login login) {
    try {
      surroundings.requests().globalMessages(login.token());
    } catch (UncheckedIOException e) {
      // As the page does, which then shows none.
      return;
    }
  }

  @Override
  public void received(Socket socket, JsonNode frame, long at) {
    if (!greeted) {
      greeted = true;
      journal.add(new ClientEvent.Greeted(at, socket.connection()));
    }
    switch (frame.path("type").asText()) {
      case "chat", "chat_sent" ->
          journal.add(ShownMessages.of(frame, at, socket.connection(), false));
      case "user_list_update" -> online = names(frame.path("users"));
      case "error" ->
          journal.add(
              new ClientEvent.Refused(at, socket.connection(), "", frame.path("code").asText()));
      default -> {}
    }
  }

  private static Set<String> names(JsonNode users) {
    Set<String> names = new HashSet<>();
    users.forEach(user -> names.add(ShownMessages.once(user.asText())));
    return names;
  }

  @Override
  public void closed() {
    online = Set.of();
  }

  @Override
  public void send(Socket socket, String content, String recipient) {
    if (socket == null || !greeted) {
      return;
    }
    ObjectNode frame = surroundings.json().createObjectNode();
    frame.put("type", "chat").put("content", content);
    if (!recipient.isEmpty()) {
      frame.put("recipient", recipient);
    }
    long at = surroundings.clock().now();
    if (socket.send(frame.toString())) {
      journal.add(new ClientEvent.Sent(at, socket.connection(), "", content, false));
    }
  }

  @Override
  public void tick(Socket socket) {}

  @Override
  public Set<String> shownOnline() {
    return online;
  }

  @Override
  public int unacknowledged() {
    return 0;
  }
}
