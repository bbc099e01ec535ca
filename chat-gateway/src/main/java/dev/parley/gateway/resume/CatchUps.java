package dev.parley.gateway.resume;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.firstprotocol.FirstProtocol;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Sequence;
import jakarta.inject.Singleton;

/** Makes what a connection needs to catch up in a conversation. */
@Singleton
class CatchUps {

  private final FrameEncoder encoder;
  private final FirstProtocol firstProtocol;

  CatchUps(FrameEncoder encoder, FirstProtocol firstProtocol) {
    this.encoder = encoder;
    this.firstProtocol = firstProtocol;
  }

  /** The client is told where live begins. */
  CatchUp announced(
      Connection connection,
      ConversationId conversation,
      Sequence reached,
      Sequence asOf,
      ResumeBudget budget) {
    return new CatchUp(
        connection, conversation, reached, asOf, true, budget, encoder, firstProtocol);
  }

  /** The client sees it by what comes. */
  CatchUp silent(
      Connection connection,
      ConversationId conversation,
      Sequence reached,
      Sequence asOf,
      ResumeBudget budget) {
    return new CatchUp(
        connection, conversation, reached, asOf, false, budget, encoder, firstProtocol);
  }
}
