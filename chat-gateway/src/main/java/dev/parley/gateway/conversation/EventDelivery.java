package dev.parley.gateway.conversation;

import dev.parley.gateway.connection.Delivery;
import dev.parley.gateway.firstprotocol.FirstProtocol;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.UserId;
import dev.parley.protocol.relay.RelayedEvent;
import java.util.Optional;

/** An event on its way to an audience, encoded once. */
final class EventDelivery implements Delivery {

  private final RelayedEvent event;
  private final FirstProtocol firstProtocol;
  private final EncodedFrame frame;

  EventDelivery(RelayedEvent event, FirstProtocol firstProtocol) {
    this.event = event;
    this.firstProtocol = firstProtocol;
    this.frame = EncodedFrame.ofJson(event.json());
  }

  @Override
  public EncodedFrame frame() {
    return frame;
  }

  @Override
  public Optional<EncodedFrame> firstProtocolFrame(UserId reader) {
    return firstProtocol.frameFor(event, frame, reader);
  }

  @Override
  public boolean isTheSameForAll() {
    return FirstProtocol.isTheSame(event);
  }
}
