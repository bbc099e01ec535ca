package dev.parley.stack.edge;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;

/**
 * One event loop's share of the edge: its own listener, its own clients. So both ends of a tunnel
 * are on the same thread, and no byte can arrive between two steps of joining them.
 */
final class EdgeVerticle extends AbstractVerticle {

  private static final Duration IDLE_LIMIT = Duration.ofSeconds(75);
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final int MOST_TARGET_BYTES = 8 * 1024;
  private static final int MOST_REQUESTS_AT_ONCE = 512;
  private static final int MOST_WEBSOCKETS = 50_000;

  private final String host;
  private final int port;
  private final PublicRoutes routes;
  private final Visitors visitors;

  EdgeVerticle(String host, int port, PublicRoutes routes, Visitors visitors) {
    this.host = host;
    this.port = port;
    this.routes = routes;
    this.visitors = visitors;
  }

  @Override
  public void start(Promise<Void> started) {
    HttpForwarder forwarder =
        new HttpForwarder(vertx.createHttpClient(clients(MOST_REQUESTS_AT_ONCE)));
    WebSocketTunnel tunnel =
        new WebSocketTunnel(vertx, vertx.createHttpClient(clients(MOST_WEBSOCKETS)));
    vertx
        .createHttpServer(server())
        .connectionHandler(this::count)
        .requestHandler(new EdgeHandler(routes, forwarder, tunnel))
        .listen(port, host)
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void count(HttpConnection connection) {
    visitors.came();
    connection.closeHandler(closed -> visitors.left());
  }

  private static HttpServerOptions server() {
    return new HttpServerOptions()
        .setIdleTimeout((int) IDLE_LIMIT.toSeconds())
        .setMaxHeaderSize(MOST_HEADER_BYTES)
        .setMaxInitialLineLength(MOST_TARGET_BYTES)
        .setHttp2ClearTextEnabled(false)
        .setHandle100ContinueAutomatically(true)
        .setTcpKeepAlive(true);
  }

  private static HttpClientOptions clients(int most) {
    return new HttpClientOptions()
        .setConnectTimeout((int) CONNECT_LIMIT.toMillis())
        .setMaxPoolSize(most)
        .setMaxHeaderSize(MOST_HEADER_BYTES)
        .setMaxInitialLineLength(MOST_TARGET_BYTES)
        .setTcpKeepAlive(true);
  }
}
