package dev.parley.history.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.history.events.EventRanges;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.internal.ReadEvents.Range;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.protocol.relay.RelayCodec;
import dev.parley.protocol.relay.RelayedEvent;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Passes on to every gateway what a client's HTTP request committed. Nobody waits for it. Without
 * Redis it is lost, and the gateways find the events through the feed.
 */
@Singleton
class CommittedEvents {

  private static final Logger LOG = Logger.getLogger(CommittedEvents.class);

  private final EventRanges ranges;
  private final ReactiveRedisDataSource redis;
  private final ObjectMapper json;

  /** The first line of each payload says who published it. */
  private final String publisher = "history-" + UUID.randomUUID();

  CommittedEvents(EventRanges ranges, ReactiveRedisDataSource redis, ObjectMapper json) {
    this.ranges = ranges;
    this.redis = redis;
    this.json = json;
  }

  /** Never fails. */
  void publish(Receipt.Stored stored) {
    try {
      send(RelayCodec.encode(relayed(eventsOf(stored))));
    } catch (SQLException | JsonProcessingException | RuntimeException failure) {
      LOG.debugf("Events could not be published: %s", failure);
    }
  }

  /** The receipt of a post has none: its sender knows what it said, but not all of the frame. */
  private List<Event> eventsOf(Receipt.Stored stored) throws SQLException {
    return stored.events().isEmpty()
        ? ranges
            .read(List.of(new Range(stored.conversation(), stored.seq(), stored.seq())))
            .getFirst()
            .events()
        : stored.events();
  }

  private List<RelayedEvent> relayed(List<Event> events) throws JsonProcessingException {
    List<RelayedEvent> relayed = new ArrayList<>(events.size());
    for (Event event : events) {
      relayed.add(RelayedEvent.of(event, json.writeValueAsString(event), null));
    }
    return relayed;
  }

  /** One after the other, so that they arrive in this order. */
  private void send(List<String> payloads) {
    Multi.createFrom()
        .iterable(payloads)
        .onItem()
        .transformToUniAndConcatenate(
            payload ->
                redis.pubsub(String.class).publish(RedisNames.EVENTS, publisher + "\n" + payload))
        .subscribe()
        .with(sent -> {}, failure -> LOG.debugf("Events could not be published: %s", failure));
  }
}
