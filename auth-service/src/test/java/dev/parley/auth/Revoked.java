package dev.parley.auth;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.parley.protocol.redis.RedisNames;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.pubsub.PubSubCommands;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens to a channel as a gateway does. */
public final class Revoked implements AutoCloseable {

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final PubSubCommands.RedisSubscriber subscriber;

  public Revoked(RedisDataSource redis) {
    subscriber = redis.pubsub(String.class).subscribe(RedisNames.SESSIONS_REVOKED, heard::add);
  }

  /** The next news as JSON. */
  public String next() throws InterruptedException {
    String news = heard.poll(10, TimeUnit.SECONDS);
    assertNotNull(news, "nothing was published");
    return news;
  }

  @Override
  public void close() {
    subscriber.unsubscribe();
  }
}
