package dev.parley.gateway.connection;

import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.protocol.UserId;
import java.util.Optional;

/** An event on its way to the members of a conversation: its ready frames. */
public interface Delivery {

  /** What clients of {@code parley.v2} get. */
  EncodedFrame frame();

  /** What a first-protocol client of this user gets; empty if that protocol has no such event. */
  Optional<EncodedFrame> firstProtocolFrame(UserId reader);

  /** Whether every client gets {@link #frame()}, whatever it speaks. */
  boolean isTheSameForAll();
}
