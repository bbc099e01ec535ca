package dev.parley.bench.load;

import dev.parley.bench.client.Client;
import dev.parley.bench.client.Content;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.client.Listener;
import dev.parley.bench.client.Stopwatch;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sends messages until it is stopped, and counts those that are complete. */
public abstract class Load implements Listener {

  private static final Duration REST_LIMIT = Duration.ofSeconds(20);

  private final Crowd crowd;
  private final Sending sending;
  private final Stopwatch stopwatch;
  private final Completions completions;
  private final Set<Client> unflushed = new LinkedHashSet<>();
  private long sent;
  private boolean running;

  Load(Crowd crowd, Sending sending, Stopwatch stopwatch) {
    this.crowd = crowd;
    this.sending = sending;
    this.stopwatch = stopwatch;
    boolean everybodyGetsAll = sending instanceof ToEverybody;
    this.completions =
        new Completions(crowd, everybodyGetsAll ? sending.senders().iterator().next() : null);
  }

  public Stopwatch stopwatch() {
    return stopwatch;
  }

  public void start() {
    crowd
        .loop()
        .run(
            () -> {
              sending.senders().forEach(client -> client.listener(this));
              running = true;
              begin();
              flush();
            });
  }

  /** On the event loop. */
  abstract void begin();

  /** Stops sending, and waits until every sent message is complete. */
  public void stop() {
    crowd.loop().run(() -> running = false);
    crowd.await(
        () -> sent() == complete(), REST_LIMIT, "some messages never came back to their sender");
    crowd.loop().run(() -> sending.senders().forEach(client -> client.listener(null)));
  }

  boolean isRunning() {
    return running;
  }

  long inFlight() {
    return sent - completeNow();
  }

  void send(long at) {
    sent++;
    stopwatch.sent(at);
    unflushed.add(sending.send(at));
  }

  void send() {
    send(Content.now());
  }

  void flush() {
    unflushed.forEach(Client::flush);
    unflushed.clear();
  }

  Crowd crowd() {
    return crowd;
  }

  public long sent() {
    return crowd.loop().call(() -> sent);
  }

  public long complete() {
    return crowd.loop().call(this::completeNow);
  }

  /** On the event loop. */
  long completeNow() {
    return completions.count();
  }

  @Override
  public void acknowledged(Client client) {
    completions.acknowledged(client);
  }

  @Override
  public void delivered(Client client, boolean own) {
    completions.delivered(client, own);
  }
}
