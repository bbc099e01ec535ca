package dev.parley.stack.edge;

import dev.parley.stack.StackException;
import dev.parley.stack.process.FreePort;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running reverse proxy. */
public final class Edge implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
  private static final int MOST_EVENT_LOOPS = 4;

  private final Vertx vertx;
  private final String host;
  private final int port;

  private Edge(Vertx vertx, String host, int port) {
    this.vertx = vertx;
    this.host = host;
    this.port = port;
  }

  /**
   * @param port the port to listen on; 0 for any free one
   */
  public static Edge start(String host, int port, PublicRoutes routes, Visitors visitors) {
    int chosen = port == 0 ? FreePort.find() : port;
    int eventLoops = Math.min(MOST_EVENT_LOOPS, Runtime.getRuntime().availableProcessors());
    Vertx vertx = Vertx.vertx(options(eventLoops));
    Edge edge = new Edge(vertx, host, chosen);
    try {
      vertx
          .deployVerticle(
              () -> new EdgeVerticle(host, chosen, routes, visitors),
              new DeploymentOptions().setInstances(eventLoops))
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return edge;
    } catch (ExecutionException | TimeoutException e) {
      edge.close();
      throw new StackException(
          String.format(
              Locale.ROOT, "The edge cannot listen on %s:%d: %s", host, chosen, e.getCause()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      edge.close();
      throw new StackException("Interrupted while the edge started", e);
    }
  }

  /**
   * Leaves out what Vert.x has for applications: it reads no files on the class path, and has few
   * worker threads.
   */
  private static VertxOptions options(int eventLoops) {
    return new VertxOptions()
        .setEventLoopPoolSize(eventLoops)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  /** The address that it listens on: {@code http://127.0.0.1:8000}. */
  public URI uri() {
    String authority = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(String.format(Locale.ROOT, "http://%s:%d", authority, port));
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      System.getLogger(Edge.class.getName())
          .log(System.Logger.Level.WARNING, "The edge does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
