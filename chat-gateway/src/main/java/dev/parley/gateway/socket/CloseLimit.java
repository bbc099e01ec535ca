package dev.parley.gateway.socket;

import dev.parley.gateway.connection.ConnectionConfig;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Who was refused, and never became a connection of ours, is cut off as soon as others that do not
 * answer a close. The WebSocket layer counts in whole seconds.
 */
@Singleton
class CloseLimit implements HttpServerOptionsCustomizer {

  private final ConnectionConfig config;

  CloseLimit(ConnectionConfig config) {
    this.config = config;
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setWebSocketClosingTimeout(Math.toIntExact(config.closeWithin().toSeconds()));
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    customizeHttpServer(options);
  }
}
