package dev.parley.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * How a client asks for its WebSocket.
 *
 * <pre>{@code
 * TestingChatClient client = TestingHandshake.to(gateway).secondProtocol().cookie(token).open();
 * }</pre>
 */
public record TestingHandshake(URI endpoint, Map<String, String> headers, List<String> protocols) {

  public static final String SECOND_PROTOCOL = "parley.v2";

  private static final Duration LIMIT = Duration.ofSeconds(20);

  public TestingHandshake {
    headers = Map.copyOf(headers);
    protocols = List.copyOf(protocols);
  }

  /** To {@code /ws} of a gateway or an edge, whose HTTP address this is. */
  public static TestingHandshake to(URI address) {
    return new TestingHandshake(
        URI.create("ws://" + address.getAuthority() + "/ws"), Map.of(), List.of());
  }

  public TestingHandshake token(String token) {
    String query = "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    return new TestingHandshake(URI.create(endpoint + query), headers, protocols);
  }

  public TestingHandshake bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public TestingHandshake cookie(String token) {
    return header("Cookie", "parley_session=" + token);
  }

  public TestingHandshake origin(String origin) {
    return header("Origin", origin);
  }

  public TestingHandshake secondProtocol() {
    return subprotocol(SECOND_PROTOCOL);
  }

  public TestingHandshake header(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new TestingHandshake(endpoint, more, protocols);
  }

  /** One more, less preferred than those before. */
  public TestingHandshake subprotocol(String name) {
    List<String> more = new ArrayList<>(protocols);
    more.add(name);
    return new TestingHandshake(endpoint, headers, more);
  }

  /**
   * Connects, blocking.
   *
   * @throws CompletionException caused by a {@code WebSocketHandshakeException}, where the server
   *     refuses the upgrade
   */
  public TestingChatClient open() {
    return open(SocketObserver.NOBODY);
  }

  /** The same, and begins as a client of the second protocol does: with what it has. */
  public TestingChatClient resume(Map<String, Long> cursors) {
    TestingChatClient client = open();
    client.resume(cursors);
    return client;
  }

  /** The same for a client that has nothing. */
  public TestingChatClient begin() {
    return resume(Map.of());
  }

  /** The same, with somebody who is told of every frame when it comes. */
  public TestingChatClient open(SocketObserver observer) {
    WebSocket.Builder builder = TestingHttp.CLIENT.newWebSocketBuilder().connectTimeout(LIMIT);
    headers.forEach(builder::header);
    if (!protocols.isEmpty()) {
      String[] others = protocols.subList(1, protocols.size()).toArray(String[]::new);
      builder.subprotocols(protocols.getFirst(), others);
    }
    ReceivedFrames received = new ReceivedFrames();
    WebSocket socket = builder.buildAsync(endpoint, new FrameListener(received, observer)).join();
    return new TestingChatClient(socket, received);
  }
}
