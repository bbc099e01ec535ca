package dev.parley.gateway.frame;

import dev.parley.protocol.event.Event;
import dev.parley.protocol.internal.TraceParent;
import dev.parley.protocol.relay.RelayedEvent;
import jakarta.inject.Singleton;

/** Writes the frame of an event, once, for all the clients that will get it. */
@Singleton
public class EventFrames {

  private final FrameEncoder encoder;

  EventFrames(FrameEncoder encoder) {
    this.encoder = encoder;
  }

  /** One that was fetched: it did not come on the way that is traced. */
  public RelayedEvent relayed(Event event) {
    return relayed(event, null);
  }

  /**
   * @param trace null where it is not traced
   */
  public RelayedEvent relayed(Event event, TraceParent trace) {
    return RelayedEvent.of(event, encoder.json(event), trace);
  }
}
