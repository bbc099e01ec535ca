package dev.parley.fuzz.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogsTest {

  private static final String FINE = "2026-11-28 20:00:00,000 INFO  [dev.parley] (main) Fine\n";

  private static final String LEFT_WHILE_UPGRADED =
      """
      2026-11-28 20:00:01,000 ERROR [io.quarkus.vertx.core.runtime.VertxCoreRecorder] (vert.x-eventloop-thread-0) Uncaught exception received by Vert.x: java.lang.IllegalStateException: Result is already complete
      \tat io.vertx.core.Promise.complete(Promise.java:67)
      \tat io.vertx.core.http.impl.Http1xServerConnection.lambda$createWebSocket$3(Http1xServerConnection.java:342)
      \tat io.vertx.core.impl.ContextImpl.execute(ContextImpl.java:312)
      \tat io.netty.util.concurrent.SingleThreadEventExecutor$4.run(SingleThreadEventExecutor.java:2)
      """;

  private static final String OURS =
      """
      2026-11-28 20:00:02,000 ERROR [dev.par.gat.soc.ChatSocket] (vert.x-eventloop-thread-0) Connection 7 failed: java.lang.NullPointerException
      \tat dev.parley.gateway.socket.ChatSocket.text(ChatSocket.java:1)
      """;

  @Test
  void vertxsOwnIsForgiven() {
    assertEquals(List.of(), Logs.trouble(FINE + LEFT_WHILE_UPGRADED + FINE + LEFT_WHILE_UPGRADED));
  }

  @Test
  void everyOtherErrorCountsWhereverItStands() {
    List<String> ours = OURS.lines().toList();
    assertEquals(ours, Logs.trouble(FINE + OURS));
    assertEquals(ours, Logs.trouble(LEFT_WHILE_UPGRADED + OURS));
    assertEquals(ours, Logs.trouble(OURS + LEFT_WHILE_UPGRADED + FINE));
  }

  /** The same exception, but not thrown while a socket is made. */
  @Test
  void theSameExceptionElsewhereCounts() {
    String elsewhere = LEFT_WHILE_UPGRADED.replace("createWebSocket", "handleRequest");
    assertEquals(elsewhere.lines().toList(), Logs.trouble(elsewhere + FINE));
  }

  /** Another exception, thrown while a socket is made. */
  @Test
  void anotherExceptionInTheSamePlaceCounts() {
    String other = LEFT_WHILE_UPGRADED.replace("Result is already complete", "No connection");
    assertEquals(other.lines().toList(), Logs.trouble(other));
  }

  /** This trace goes deeper, because a handler of ours was called. */
  @Test
  void whatIsThrownWithinTheNewSocketCounts() {
    String frame = "\tat dev.parley.gateway.socket.UpgradeCheck.perform(UpgradeCheck.java:1)\n";
    String deeper = LEFT_WHILE_UPGRADED.replaceFirst("(?=\\tat io\\.vertx)", frame.repeat(3));
    assertEquals(deeper.lines().toList(), Logs.trouble(deeper));
  }
}
