package dev.parley.gateway.socket;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * No WebSocket extension is agreed to. Vert.x knows one more than Quarkus has a setting for, which
 * compresses each frame; as long as that is on, reserved bits that mean nothing pass as well.
 */
@Singleton
class NoExtensions implements HttpServerOptionsCustomizer {

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setPerFrameWebSocketCompressionSupported(false);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    customizeHttpServer(options);
  }
}
