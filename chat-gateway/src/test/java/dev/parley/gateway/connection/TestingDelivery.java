package dev.parley.gateway.connection;

import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.UserId;
import java.util.Optional;

/** A frame with this text, for clients of both protocols. */
record TestingDelivery(String text) implements Delivery {

  @Override
  public EncodedFrame frame() {
    return EncodedFrame.ofJson(text);
  }

  @Override
  public Optional<EncodedFrame> firstProtocolFrame(UserId reader) {
    return Optional.of(frame());
  }

  @Override
  public boolean isTheSameForAll() {
    return true;
  }
}
