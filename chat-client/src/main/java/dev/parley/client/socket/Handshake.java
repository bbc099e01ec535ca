package dev.parley.client.socket;

import dev.parley.client.http.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * How a client asks for its WebSocket.
 *
 * <pre>{@code
 * ChatSocket socket = Handshake.to(address).secondProtocol().bearer(token).open(listener);
 * }</pre>
 */
public record Handshake(
    URI endpoint, Map<String, String> headers, List<String> protocols, Duration limit) {

  public static final String SECOND_PROTOCOL = "parley.v2";

  private static final Duration LIMIT = Duration.ofSeconds(20);

  public Handshake {
    headers = Map.copyOf(headers);
    protocols = List.copyOf(protocols);
  }

  /** To {@code /ws} of a server, whose HTTP address this is. */
  public static Handshake to(URI address) {
    String socket = address.toString().replaceFirst("^http", "ws").replaceFirst("/$", "") + "/ws";
    return new Handshake(URI.create(socket), Map.of(), List.of(), LIMIT);
  }

  /** First protocol. */
  public Handshake token(String token) {
    String query = "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    return new Handshake(URI.create(endpoint + query), headers, protocols, limit);
  }

  public Handshake bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public Handshake cookie(String token) {
    return header("Cookie", "parley_session=" + token);
  }

  public Handshake origin(String origin) {
    return header("Origin", origin);
  }

  public Handshake secondProtocol() {
    return subprotocol(SECOND_PROTOCOL);
  }

  public Handshake header(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Handshake(endpoint, more, protocols, limit);
  }

  /** One more, less preferred than those before. */
  public Handshake subprotocol(String name) {
    List<String> more = new ArrayList<>(protocols);
    more.add(name);
    return new Handshake(endpoint, headers, more, limit);
  }

  /** How long connecting may take. */
  public Handshake within(Duration other) {
    return new Handshake(endpoint, headers, protocols, other);
  }

  /**
   * Connects, blocking.
   *
   * @throws CompletionException caused by a {@code WebSocketHandshakeException}, where the server
   *     refuses the upgrade
   */
  public ChatSocket open(SocketListener listener) {
    return open(Http.shared(), new ChatSocket(listener)).join();
  }

  /** The same without blocking, for a socket that was not opened before. */
  public CompletableFuture<ChatSocket> open(HttpClient client, ChatSocket socket) {
    WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(limit);
    headers.forEach(builder::header);
    if (!protocols.isEmpty()) {
      String[] others = protocols.subList(1, protocols.size()).toArray(String[]::new);
      builder.subprotocols(protocols.getFirst(), others);
    }
    return socket.open(builder, endpoint);
  }
}
