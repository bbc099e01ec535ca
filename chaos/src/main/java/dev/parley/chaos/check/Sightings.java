package dev.parley.chaos.check;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.chaos.evidence.Evidence;
import java.util.HashMap;
import java.util.Map;

/**
 * The first time at which any client had an event or its acknowledgement: it was committed by then.
 */
final class Sightings {

  private final Map<String, Long> first = new HashMap<>();

  Sightings(Evidence evidence) {
    for (ClientLog client : evidence.clients()) {
      client
          .all(ClientEvent.Delivered.class)
          .forEach(shown -> note(shown.conversation(), shown.seq(), shown.at()));
      client
          .all(ClientEvent.Acknowledged.class)
          .forEach(ack -> note(ack.conversation(), ack.seq(), ack.at()));
    }
  }

  private void note(String conversation, long seq, long at) {
    first.merge(key(conversation, seq), at, Math::min);
  }

  /** {@link Long#MAX_VALUE} if nobody saw it. */
  long of(String conversation, long seq) {
    return first.getOrDefault(key(conversation, seq), Long.MAX_VALUE);
  }

  private static String key(String conversation, long seq) {
    return conversation + "/" + seq;
  }
}
