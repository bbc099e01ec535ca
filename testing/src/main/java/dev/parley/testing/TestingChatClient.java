package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.Command;
import dev.parley.client.frame.FrameWriter;
import dev.parley.client.frame.WireJson;
import dev.parley.client.socket.ChatSocket;
import dev.parley.client.socket.ClosedSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A chat client as a stranger would write it: it speaks the real protocol over a real WebSocket,
 * and keeps every frame it gets, in order. {@link TestingAccount} opens one of the first protocol
 * or of the second, {@link TestingHandshake} any other.
 *
 * <p>Sends block until the frame is written. Waiting ends after {@link #LIMIT} with a failure that
 * shows what came instead. Each received frame answers one {@code await} only.
 */
public final class TestingChatClient implements AutoCloseable {

  public static final Duration LIMIT = Duration.ofSeconds(10);

  private final ChatSocket socket;
  private final ReceivedFrames received;

  TestingChatClient(ChatSocket socket, ReceivedFrames received) {
    this.socket = socket;
    this.received = received;
  }

  /** The subprotocol that the server chose; empty if none. */
  public String subprotocol() {
    return socket.subprotocol();
  }

  public void chat(String content) {
    send(new Command.Chat(null, content, null));
  }

  public void chat(String content, String recipient) {
    send(new Command.Chat(null, content, recipient));
  }

  /** Second protocol: sends with a key, so that it may be sent again. */
  public void chat(String clientId, String content, String recipient) {
    send(new Command.Chat(clientId, content, recipient));
  }

  /**
   * The first frame of a client of the second protocol. A server that refuses the socket may close
   * it before the frame is written; {@link #closed()} says so.
   */
  public void resume(Map<String, Long> cursors) {
    try {
      send(new ClientFrame.Resume(cursors));
    } catch (CompletionException e) {
      if (!socket.isOver()) {
        throw e;
      }
    }
  }

  public void send(ClientFrame frame) {
    sendText(FrameWriter.write(frame));
  }

  /** Any text, because a wrong frame has no type of its own. */
  public void send(Map<String, ?> frame) {
    sendText(WireJson.write(frame));
  }

  /** One text frame, whether JSON or not. */
  public void sendText(String text) {
    written(socket.send(text));
  }

  /**
   * One text message as several frames. A server may close before all of it is written; {@link
   * #closed()} says so.
   */
  public void sendFragmented(String... parts) {
    try {
      for (int i = 0; i < parts.length; i++) {
        written(socket.sendPart(parts[i], i == parts.length - 1));
      }
    } catch (CompletionException e) {
      if (!socket.isOver()) {
        throw e;
      }
    }
  }

  public void sendBinary(byte... bytes) {
    written(socket.sendBinary(bytes));
  }

  private void written(boolean queued) {
    if (!queued) {
      throw new CompletionException("the socket is closed", null);
    }
    socket.written().orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** All frames so far, the first one first. */
  public List<JsonNode> frames() {
    return received.all();
  }

  /** All frames of this type so far. */
  public List<JsonNode> frames(String type) {
    return frames().stream().filter(isOfType(type)).toList();
  }

  /** The first matching frame that no earlier wait has returned. */
  public JsonNode await(Predicate<JsonNode> wanted, String description) {
    return received.take(wanted, description, LIMIT);
  }

  /** The first frame of this type that no earlier wait has returned. */
  public JsonNode await(String type) {
    return await(isOfType(type), "a frame of type " + type);
  }

  /** The first {@code chat} with this content that no earlier wait has returned. */
  public JsonNode awaitChat(String content) {
    return await(
        isOfType("chat").and(frame -> frame.path("content").asText().equals(content)),
        "chat \"" + content + "\"");
  }

  /** All matching frames, once there are at least this many; for long waits. */
  public List<JsonNode> awaitAll(Predicate<JsonNode> wanted, int count, Duration limit) {
    return received.takeAll(wanted, count, limit);
  }

  public static Predicate<JsonNode> isOfType(String type) {
    return frame -> frame.path("type").asText().equals(type);
  }

  /** Waits for the end. */
  public int closeCode() {
    return closed().code();
  }

  /** Waits for the end. */
  public ClosedSocket closed() {
    return received.awaitClose(LIMIT);
  }

  /** Sends a close (1000) without waiting for the answer, and ends the connection. */
  @Override
  public void close() {
    socket.close();
  }

  /** Ends the connection without a close frame, like a lost network. */
  public void drop() {
    socket.drop(ClosedSocket.DROPPED);
  }
}
