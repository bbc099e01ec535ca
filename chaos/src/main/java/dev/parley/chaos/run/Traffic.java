package dev.parley.chaos.run;

import dev.parley.chaos.client.Account;
import dev.parley.chaos.client.Device;
import dev.parley.client.Destination;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Users talk to everybody, to a partner or to anybody else, and sometimes type. Most conversations
 * have few messages, so the next message rarely reveals that one was lost.
 */
final class Traffic implements AutoCloseable {

  private static final int[] PARTNERS = {1, -1};
  private static final double RARE = 0.5;
  private static final double DIRECT = 0.4;
  private static final double MOSTLY = 0.9;
  private static final double TYPING = 0.2;

  private final Crowd crowd;
  private final Recent recent;
  private final Random random;
  private final String run;
  private final ScheduledExecutorService timer;
  private final long gapMicros;
  private final boolean beginning;
  private final Set<String> acquainted = new HashSet<>();
  private Repeating repeating;
  private int number;

  /**
   * @param beginning whether most messages are the first of their conversation
   */
  Traffic(
      Crowd crowd,
      Recent recent,
      Random random,
      String run,
      int perSecond,
      boolean beginning,
      ScheduledExecutorService timer) {
    this.crowd = crowd;
    this.recent = recent;
    this.random = random;
    this.run = run;
    this.timer = timer;
    this.beginning = beginning;
    this.gapMicros = TimeUnit.SECONDS.toMicros(1) / perSecond;
  }

  void begin() {
    repeating = Repeating.every(gapMicros, this::speak, timer);
  }

  private void speak() {
    Device client = crowd.clients().get(random.nextInt(crowd.clients().size()));
    Destination to = destination(client);
    if (random.nextDouble() < TYPING) {
      client.type(to);
    }
    String text = String.format(Locale.ROOT, "%s:%s:%d", run, client.name(), ++number);
    var unused = client.say(text, to).thenAccept(ack -> recent.add(client.account(), ack));
  }

  private Destination destination(Device client) {
    if (beginning) {
      return random.nextDouble() < MOSTLY ? to(client, stranger(client)) : Destination.EVERYBODY;
    }
    return random.nextDouble() < DIRECT ? to(client, partner(client)) : Destination.EVERYBODY;
  }

  private static Destination to(Device client, Account other) {
    return Destination.direct(client.account().id(), other.id(), other.username());
  }

  /** Somebody to whom this user has not talked yet, as long as there is such a pair. */
  private Account stranger(Device client) {
    List<Account> accounts = crowd.accounts();
    int self = accounts.indexOf(client.account());
    for (int attempt = 0; attempt < accounts.size(); attempt++) {
      int other = random.nextInt(accounts.size());
      String pair = Math.min(self, other) + "-" + Math.max(self, other);
      if (self != other && acquainted.add(pair)) {
        return accounts.get(other);
      }
    }
    return partner(client);
  }

  private Account partner(Device client) {
    List<Account> accounts = crowd.accounts();
    int distance =
        random.nextDouble() < RARE
            ? random.nextInt(1, accounts.size())
            : PARTNERS[random.nextInt(PARTNERS.length)];
    int partner = Math.floorMod(accounts.indexOf(client.account()) + distance, accounts.size());
    return accounts.get(partner);
  }

  @Override
  public void close() {
    repeating.close();
  }
}
