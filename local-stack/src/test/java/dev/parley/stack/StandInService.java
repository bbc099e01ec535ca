package dev.parley.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * Stands in for any of the services: says what it was told by environment variables, and that it is
 * ready. Uses nothing but the JDK, so that one class is the whole program.
 */
public final class StandInService {

  private static final int OK = 200;

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

  /** {@code /environment/NAME} is answered by that variable, everything else by the pid. */
  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String said =
        path.startsWith("/environment/")
            ? String.valueOf(System.getenv(path.substring("/environment/".length())))
            : Long.toString(ProcessHandle.current().pid());
    byte[] body = said.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(OK, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
