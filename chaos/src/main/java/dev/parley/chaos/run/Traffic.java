package dev.parley.chaos.run;

import dev.parley.chaos.client.Account;
import dev.parley.chaos.client.ChatClient;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Somebody says something, to everybody or to one of four others; now and then somebody types. */
final class Traffic implements AutoCloseable {

  private static final int[] PARTNERS = {1, 3, -1, -3};
  private static final double DIRECT = 0.4;
  private static final double TYPING = 0.2;

  private final Crowd crowd;
  private final Random random;
  private final String run;
  private final ScheduledExecutorService timer;
  private final long gapMicros;
  private Repeating repeating;
  private int number;

  Traffic(Crowd crowd, Random random, String run, int perSecond, ScheduledExecutorService timer) {
    this.crowd = crowd;
    this.random = random;
    this.run = run;
    this.timer = timer;
    this.gapMicros = TimeUnit.SECONDS.toMicros(1) / perSecond;
  }

  void begin() {
    repeating = Repeating.every(gapMicros, this::speak, timer);
  }

  private void speak() {
    ChatClient client = crowd.clients().get(random.nextInt(crowd.clients().size()));
    String recipient = random.nextDouble() < DIRECT ? partner(client) : "";
    if (random.nextDouble() < TYPING) {
      client.type(recipient);
    }
    client.say("%s:%s:%d".formatted(run, client.name(), ++number), recipient);
  }

  private String partner(ChatClient client) {
    List<Account> accounts = crowd.accounts();
    int partner = PARTNERS[random.nextInt(PARTNERS.length)] + accounts.indexOf(client.account());
    return accounts.get(Math.floorMod(partner, accounts.size())).username();
  }

  @Override
  public void close() {
    repeating.close();
  }
}
