package dev.parley.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands in for any of the services. It reports its environment variables, and that it is ready.
 * Uses nothing but the JDK, so that one class is the whole program.
 */
public final class StandInService {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final String MIGRATION =
      """
      {"status": "DOWN", "checks": [
        {"name": "Redis", "status": "UP"},
        {"name": "schema up to date", "status": "DOWN", "data": {"progress": "Migration V3 goes on"}}]}
      """;
  private static final AtomicBoolean MIGRATES = new AtomicBoolean(true);

  private StandInService() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("A stand-in starts");
    if ("true".equals(System.getenv("STAND_IN_FAILS"))) {
      System.out.println("This stand-in was told to fail");
      System.exit(3);
    }
    serve("QUARKUS_MANAGEMENT_PORT");
    serve("QUARKUS_HTTP_PORT");
  }

  private static void serve(String portVariable) throws IOException {
    int port = Integer.parseInt(System.getenv(portVariable));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", StandInService::answer);
    server.start();
  }

  /** Reports a running migration once, if an environment variable says so. */
  private static boolean migrates(String path) {
    return path.equals("/q/health/ready")
        && System.getenv("STAND_IN_MIGRATES") != null
        && MIGRATES.getAndSet(false);
  }

  /** Answers {@code /environment/NAME} with that variable, everything else with the pid. */
  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (migrates(path)) {
      answer(exchange, UNAVAILABLE, MIGRATION);
      return;
    }
    String said =
        path.startsWith("/environment/")
            ? String.valueOf(System.getenv(path.substring("/environment/".length())))
            : Long.toString(ProcessHandle.current().pid());
    answer(exchange, OK, said);
  }

  private static void answer(HttpExchange exchange, int status, String said) throws IOException {
    byte[] body = said.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
