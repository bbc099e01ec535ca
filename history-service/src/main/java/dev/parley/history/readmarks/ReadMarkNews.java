package dev.parley.history.readmarks;

import dev.parley.protocol.redis.ReadMarkMoved;
import dev.parley.protocol.redis.RedisNames;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Notifies every gateway that a mark moved, so that the user's other devices learn of it. Nobody
 * waits for the notice. Without Redis it is lost, and the next list of conversations has the mark.
 */
@Singleton
class ReadMarkNews {

  private static final Logger LOG = Logger.getLogger(ReadMarkNews.class);

  private final ReactiveRedisDataSource redis;

  ReadMarkNews(ReactiveRedisDataSource redis) {
    this.redis = redis;
  }

  void publish(ReadMarkMoved news) {
    redis
        .pubsub(ReadMarkMoved.class)
        .publish(RedisNames.READ_MARKS, news)
        .subscribe()
        .with(done -> {}, failure -> LOG.debugf("A read mark could not be published: %s", failure));
  }
}
