package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.http.Http;
import dev.parley.client.http.HttpAnswer;
import dev.parley.stack.ServiceProcess;
import dev.parley.system.stack.RunningStack;
import dev.parley.system.stack.ServiceLogs;
import dev.parley.system.stack.WithFaultStack;
import dev.parley.testing.Eventually;
import dev.parley.testing.ResumingClient;
import dev.parley.testing.TestingAccount;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** G10: a stop loses nothing and lets clients go one after the other. */
@Tag("long")
@WithFaultStack
class DrainTest {

  private static final int CLIENTS = 10;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Duration SOON = Duration.ofSeconds(3);

  private final RunningStack stack;
  private final ServiceLogs logs;

  DrainTest(RunningStack stack) {
    this.stack = stack;
    this.logs = new ServiceLogs(stack);
  }

  @Test
  void aGatewayThatStopsUnderLoadSendsEverybodyToTheOtherAndLosesNothing() {
    try (Crowd crowd = Crowd.of(CLIENTS, stack).talk().awaitAcknowledged(50)) {
      CompletableFuture<Void> stop = stop(stack.gatewayProcess(0));
      crowd.awaitAcknowledged(50);
      stop.join();
      crowd.awaitAcknowledged(50);
      crowd.hush();
      for (ResumingClient client : crowd.at(0)) {
        assertEquals(1012, client.closes().getFirst().code(), client.closes().toString());
      }
      assertEquals(List.of(), crowd.at(1).stream().flatMap(c -> c.closes().stream()).toList());
      assertEquals(List.of(), crowd.finalErrors());
      assertEquals(List.of(), logs.trouble());
      crowd.assertEverybodyHasEverythingOnce(SOON);
    }
  }

  @Test
  void clientsAreNotSentAwayAllAtOnce() {
    TestingAccount account = TestingAccount.register(stack.edge(), "many");
    List<ResumingClient> clients =
        Stream.generate(
                () -> new ResumingClient(account, List.of(stack.gateway(0), stack.gateway(1))))
            .limit(CLIENTS)
            .collect(Collectors.toCollection(ArrayList::new));
    try {
      CompletableFuture<Void> stop = stop(stack.gatewayProcess(0));
      long some = awaitClosed(clients, 1);
      assertTrue(some <= CLIENTS / 2, some + " of " + CLIENTS + " were closed at once");
      assertEquals(CLIENTS, awaitClosed(clients, CLIENTS));
      stop.join();
    } finally {
      clients.forEach(ResumingClient::close);
    }
  }

  private static long awaitClosed(List<ResumingClient> clients, int count) {
    return Eventually.get(
        count + " closed sockets",
        STOP_LIMIT,
        () -> clients.stream().filter(client -> !client.closes().isEmpty()).count(),
        closed -> closed >= count);
  }

  @Test
  void anIdleGatewayStopsAtOnce() {
    long begin = System.nanoTime();
    stop(stack.gatewayProcess(0)).join();
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    assertTrue(time.compareTo(Duration.ofSeconds(2)) < 0, "took " + time);
  }

  @Test
  void aHistoryServiceThatStopsUnderLoadIsNotNoticed() {
    try (Crowd crowd = Crowd.of(CLIENTS, stack).talk().awaitAcknowledged(50)) {
      CompletableFuture<Void> stop = stop(stack.history(0));
      crowd.awaitAcknowledged(50);
      stop.join();
      crowd.awaitAcknowledged(50);
      crowd.hush();
      crowd.assertEverybodyHasEverythingOnce(SOON);
      assertEquals(List.of(), crowd.closeCodes());
      assertEquals(List.of(), crowd.finalErrors());
    }
    assertEquals(List.of(), logs.trouble());
  }

  @Test
  void anAuthServiceThatStopsUnderLoadIsNotNoticed() {
    TestingAccount account = TestingAccount.register(stack.edge(), "caller");
    CompletableFuture<Void> stop = stop(stack.auth(0));
    List<HttpAnswer> answers = new ArrayList<>();
    while (!stop.isDone() || answers.size() < 50) {
      answers.add(account.me().get("/me"));
      answers.add(
          account
              .http()
              .post(
                  "/login",
                  Map.of("username", account.username(), "password", account.password())));
    }
    stop.join();
    assertEquals(List.of(), answers.stream().filter(answer -> answer.status() != 200).toList());
    assertEquals(List.of(), logs.trouble());
  }

  @Test
  void oneThatStopsSaysSoFirst() {
    try (ResumingClient client = client("watcher", stack.gateway(0));
        ResumingClient other = client("other", stack.gateway(0))) {
      CompletableFuture<Void> stop = stop(stack.gatewayProcess(0));
      awaitClosed(List.of(client, other), 1);
      assertEquals(503, health(stack.gatewayProcess(0)).status());
      awaitClosed(List.of(client, other), 2);
      stop.join();
    }
  }

  private ResumingClient client(String name, URI gateway) {
    return new ResumingClient(
        TestingAccount.register(stack.edge(), name), List.of(gateway, stack.gateway(1)));
  }

  private static HttpAnswer health(ServiceProcess service) {
    return Http.at(service.managementUri()).get("/q/health/ready");
  }

  /** SIGTERM, without waiting. */
  private static CompletableFuture<Void> stop(ServiceProcess service) {
    return CompletableFuture.runAsync(
        () -> service.process().stop(STOP_LIMIT), Thread::startVirtualThread);
  }
}
