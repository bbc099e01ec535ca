package dev.parley.stack.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A real service for the edge to forward to. It answers with its name, the method and the target.
 */
final class TestingBackend implements AutoCloseable {

  /** What it received. */
  record Received(String method, String target, MultiMap headers, Buffer body) {}

  final Queue<Received> received = new ConcurrentLinkedQueue<>();
  final AtomicInteger openSockets = new AtomicInteger();
  final AtomicLong flooded = new AtomicLong();
  private final Vertx vertx = Vertx.vertx();
  private final String name;
  private final int port;

  TestingBackend(String name) {
    this(name, 0);
  }

  TestingBackend(String name, int wantedPort) {
    this.name = name;
    this.port =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setPort(wantedPort)
                    .setHost("127.0.0.1")
                    .setWebSocketSubProtocols(List.of("parley.v2")))
            .requestHandler(this::answer)
            .webSocketHandler(this::talk)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  int port() {
    return port;
  }

  private void answer(HttpServerRequest request) {
    request.body().onSuccess(body -> answer(request, body));
  }

  private void answer(HttpServerRequest request, Buffer body) {
    received.add(new Received(request.method().name(), request.uri(), request.headers(), body));
    String said = "%s %s %s".formatted(name, request.method(), request.uri());
    switch (request.path()) {
      case "/breaks-off" -> request.connection().close();
      case "/no-content" -> request.response().setStatusCode(204).end();
      case "/large" -> request.response().end(Buffer.buffer(new byte[3_000_000]));
      default ->
          request
              .response()
              .putHeader("X-Backend", name)
              .putHeader("Connection", "x-hop")
              .putHeader("X-Hop", "only this far")
              .putHeader("Content-Length", Integer.toString(said.length()))
              .end(said);
    }
  }

  /** Greets at once, echoes, closes with 4001 after {@code bye}, and floods on demand. */
  private void talk(ServerWebSocket socket) {
    openSockets.incrementAndGet();
    socket.closeHandler(gone -> openSockets.decrementAndGet());
    if (socket.uri().contains("token=bad")) {
      socket.close((short) 4001, "Invalid or expired session token");
      return;
    }
    socket.writeTextMessage("welcome from " + name);
    socket.binaryMessageHandler(socket::writeBinaryMessage);
    socket.textMessageHandler(
        text -> {
          switch (text) {
            case "bye" -> socket.close((short) 4008, "too slow");
            case "flood" -> flood(socket);
            default -> socket.writeTextMessage(text);
          }
        });
  }

  /** Writes while the other side accepts it, at most 64 MB. */
  private void flood(ServerWebSocket socket) {
    Buffer chunk = Buffer.buffer(new byte[32_000]);
    while (!socket.writeQueueFull() && flooded.get() < 64_000_000) {
      socket.writeBinaryMessage(chunk);
      flooded.addAndGet(chunk.length());
    }
    socket.drainHandler(drained -> flood(socket));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
