package dev.parley.testing;

import dev.parley.client.http.Http;
import dev.parley.client.socket.ChatSocket;
import dev.parley.client.socket.Handshake;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/**
 * How a test asks for its WebSocket.
 *
 * <pre>{@code
 * TestingChatClient client = TestingHandshake.to(gateway).secondProtocol().cookie(token).open();
 * }</pre>
 */
public record TestingHandshake(Handshake handshake) {

  /** A handshake with {@code /ws} of the gateway or edge that has this HTTP address. */
  public static TestingHandshake to(URI address) {
    return new TestingHandshake(Handshake.to(address));
  }

  private TestingHandshake with(UnaryOperator<Handshake> change) {
    return new TestingHandshake(change.apply(handshake));
  }

  public TestingHandshake token(String token) {
    return with(it -> it.token(token));
  }

  public TestingHandshake bearer(String token) {
    return with(it -> it.bearer(token));
  }

  public TestingHandshake cookie(String token) {
    return with(it -> it.cookie(token));
  }

  public TestingHandshake origin(String origin) {
    return with(it -> it.origin(origin));
  }

  public TestingHandshake secondProtocol() {
    return with(Handshake::secondProtocol);
  }

  public TestingHandshake header(String name, String value) {
    return with(it -> it.header(name, value));
  }

  /** Adds a subprotocol, less preferred than those before it. */
  public TestingHandshake subprotocol(String name) {
    return with(it -> it.subprotocol(name));
  }

  /**
   * Connects, and waits until it has.
   *
   * @throws CompletionException caused by a {@code WebSocketHandshakeException}, if the server
   *     refuses the upgrade
   */
  public TestingChatClient open() {
    ReceivedFrames received = new ReceivedFrames();
    ChatSocket socket = handshake.open(Http.shared(), new ChatSocket(received)).join();
    return new TestingChatClient(socket, received);
  }

  /** The same, and resumes like a client of the second protocol, with what it has. */
  public TestingChatClient resume(Map<String, Long> cursors) {
    TestingChatClient client = open();
    client.resume(cursors);
    return client;
  }

  /** The same for a client that has no messages yet. */
  public TestingChatClient begin() {
    return resume(Map.of());
  }
}
