package dev.parley.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.frame.ServerFrame;
import dev.parley.client.socket.ClosedSocket;
import dev.parley.system.stack.RunningStack;
import dev.parley.testing.Eventually;
import dev.parley.testing.RandomLetters;
import dev.parley.testing.ResumingClient;
import dev.parley.testing.TestingAccount;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Some people who talk to everybody as fast as they are acknowledged, half of them through each
 * gateway. Nobody else talks meanwhile, so everything said is theirs.
 */
final class Crowd implements AutoCloseable {

  /** For a recovery; a promise with a limit of its own is tested against that. */
  static final Duration LIMIT = Duration.ofSeconds(30);

  private final List<ResumingClient> clients;
  private final Queue<ServerFrame.Ack> acks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger talking = new AtomicInteger();
  private volatile boolean hushed;

  private Crowd(List<ResumingClient> clients) {
    this.clients = clients;
  }

  static Crowd of(int size, RunningStack stack) {
    return new Crowd(IntStream.range(0, size).mapToObj(number -> client(number, stack)).toList());
  }

  private static ResumingClient client(int number, RunningStack stack) {
    List<URI> gateways = List.of(stack.gateway(number % 2), stack.gateway((number + 1) % 2));
    return new ResumingClient(TestingAccount.register(stack.edge(), "crowd" + number), gateways);
  }

  /** Everybody begins. */
  Crowd talk() {
    clients.forEach(this::sayNext);
    return this;
  }

  private void sayNext(ResumingClient client) {
    talking.incrementAndGet();
    client.send(RandomLetters.of(20)).thenAccept(ack -> said(client, ack));
  }

  private void said(ResumingClient client, ServerFrame.Ack ack) {
    acks.add(ack);
    if (!hushed) {
      sayNext(client);
    }
    talking.decrementAndGet();
  }

  /** Waits until so many more messages are acknowledged. */
  Crowd awaitAcknowledged(int more) {
    int wanted = acks.size() + more;
    Eventually.get(wanted + " acknowledgements", LIMIT, acks::size, size -> size >= wanted);
    return this;
  }

  /** Everybody ends; what was said is acknowledged then. */
  void hush() {
    hushed = true;
    Eventually.get("the last acknowledgements", LIMIT, talking::get, left -> left == 0);
  }

  List<ResumingClient> clients() {
    return clients;
  }

  /** Those who began at this gateway. */
  List<ResumingClient> at(int gateway) {
    return IntStream.range(0, clients.size())
        .filter(number -> number % 2 == gateway)
        .mapToObj(clients::get)
        .toList();
  }

  Duration longestWait() {
    return clients.stream().map(ResumingClient::longestWait).max(Duration::compareTo).orElseThrow();
  }

  List<Integer> closeCodes() {
    return clients.stream()
        .flatMap(client -> client.closes().stream())
        .map(ClosedSocket::code)
        .toList();
  }

  /** Errors that a client should not have to see, or could do nothing about. */
  List<ServerFrame.Refused> finalErrors() {
    return errors().stream().filter(error -> error.retryAfterMs() == null).toList();
  }

  List<ServerFrame.Refused> errors() {
    return clients.stream().flatMap(client -> client.errors().stream()).toList();
  }

  /**
   * What is acknowledged is stored, in places without holes, and everybody got exactly that, each
   * once and in order.
   */
  void assertEverybodyHasEverythingOnce(Duration limit) {
    long first = clients.stream().mapToLong(ResumingClient::start).max().orElseThrow() + 1;
    StoredMessages stored = StoredMessages.after(first - 1, clients.getFirst().account());
    stored.assertDense();
    stored.assertHolds(acks);
    for (ResumingClient client : clients) {
      List<String> expected = stored.lines();
      List<String> got =
          Eventually.get(
              client.account().username() + " to have place " + stored.last(),
              limit,
              () -> StoredMessages.linesAfter(first - 1, client.chats()),
              lines -> lines.size() >= expected.size());
      assertEquals("", firstDifference(expected, got), client.account().username());
    }
  }

  /** Empty where there is none; both as a whole would fill pages. */
  private static String firstDifference(List<String> expected, List<String> got) {
    int same = 0;
    while (same < expected.size()
        && same < got.size()
        && expected.get(same).equals(got.get(same))) {
      same++;
    }
    return same == expected.size() && same == got.size()
        ? ""
        : String.format(
            Locale.ROOT,
            "after %d the same: expected %s but got %s",
            same,
            next(expected, same),
            next(got, same));
  }

  private static List<String> next(List<String> lines, int from) {
    return lines.subList(from, Math.min(lines.size(), from + 3));
  }

  @Override
  public void close() {
    hushed = true;
    clients.forEach(ResumingClient::close);
  }
}
