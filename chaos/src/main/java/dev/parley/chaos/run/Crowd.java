package dev.parley.chaos.run;

import dev.parley.chaos.client.Account;
import dev.parley.chaos.client.Device;
import dev.parley.chaos.client.Surroundings;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.PresenceView;
import dev.parley.client.Protocol;
import dev.parley.stack.StackException;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All users with their clients. Two of three clients speak the second protocol; every second user
 * has two clients.
 */
final class Crowd {

  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  /** Whoever has nothing new for this time has everything. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final String PASSWORD = "chaos checker";

  private final List<Account> accounts = new ArrayList<>();
  private final List<Device> clients = new ArrayList<>();

  /** Registers everybody and waits until all are connected. */
  static Crowd gather(int users, Surroundings surroundings, Random random) {
    Crowd crowd = new Crowd();
    for (int user = 0; user < users; user++) {
      crowd.add(user, surroundings, random);
    }
    crowd.clients.forEach(Device::start);
    if (!Pause.until(crowd::areAllUsable, START_LIMIT)) {
      throw new StackException("Not all clients could connect before the first fault.");
    }
    return crowd;
  }

  private void add(int number, Surroundings surroundings, Random random) {
    String username = String.format(Locale.ROOT, "user%02d", number);
    Account account = Account.register(surroundings.parley(), username, PASSWORD);
    accounts.add(account);
    int devices = number % 2 == 0 ? 2 : 1;
    for (int device = 0; device < devices; device++) {
      Protocol protocol = clients.size() % 3 == 2 ? Protocol.FIRST : Protocol.SECOND;
      String name = username + "-" + (char) ('a' + device);
      clients.add(new Device(name, account, protocol, surroundings, random));
    }
  }

  boolean areAllUsable() {
    return clients.stream().allMatch(Device::isUsable);
  }

  List<Account> accounts() {
    return accounts;
  }

  List<Device> clients() {
    return clients;
  }

  List<Device> secondProtocolClients() {
    return clients.stream().filter(client -> client.protocol() == Protocol.SECOND).toList();
  }

  List<Device> clientsOf(int user) {
    return clients.stream().filter(client -> client.account().equals(accounts.get(user))).toList();
  }

  /** The users that each connected client shows as online. */
  List<PresenceView> presence(long at) {
    Set<String> connected =
        clients.stream()
            .filter(Device::isUsable)
            .map(client -> client.account().username())
            .collect(Collectors.toUnmodifiableSet());
    return clients.stream()
        .filter(Device::isUsable)
        .map(client -> new PresenceView(at, client.name(), client.shownOnline(), connected))
        .toList();
  }

  boolean isPresenceRight(long at) {
    return presence(at).stream().allMatch(PresenceView::isRight);
  }

  /** Waits for the last acknowledgement, connection and event, for each at most {@code limit}. */
  void letEverythingArrive(Duration limit) {
    Pause.until(this::hasEverythingAcknowledged, limit);
    Pause.until(this::areAllUsable, limit);
    awaitSilence(limit);
  }

  private void awaitSilence(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    long before;
    do {
      before = events();
      Pause.of(SILENCE);
    } while (events() != before && System.nanoTime() - deadline < 0);
  }

  private long events() {
    return clients.stream().mapToLong(Device::events).sum();
  }

  /** Lets every client read what happened in its rooms before its user joined. */
  void lookUpBeginnings() {
    secondProtocolClients().forEach(Device::lookUp);
  }

  private boolean hasEverythingAcknowledged() {
    return clients.stream().allMatch(client -> client.unacknowledged() == 0);
  }

  List<ClientLog> logs() {
    return clients.stream().map(Device::log).toList();
  }
}
