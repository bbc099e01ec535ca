package dev.parley.chaos.run;

import dev.parley.chaos.client.Account;
import dev.parley.chaos.client.ChatClient;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Somebody says something, to everybody, to a partner, or to anybody else: most conversations are
 * rare, so that a message which is lost there is not found by the next one. Now and then somebody
 * types.
 */
final class Traffic implements AutoCloseable {

  private static final int[] PARTNERS = {1, -1};
  private static final double RARE = 0.5;
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
    int distance =
        random.nextDouble() < RARE
            ? random.nextInt(1, accounts.size())
            : PARTNERS[random.nextInt(PARTNERS.length)];
    int partner = Math.floorMod(accounts.indexOf(client.account()) + distance, accounts.size());
    return accounts.get(partner).username();
  }

  @Override
  public void close() {
    repeating.close();
  }
}
