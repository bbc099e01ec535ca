package dev.parley.gateway.resume;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.conversation.Conversation;
import dev.parley.gateway.firstprotocol.FirstProtocol;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Mechanism;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.relay.RelayedEvent;
import java.util.List;

/** How far one connection has come in one conversation, until it gets it live. */
final class CatchUp implements Conversation.CatchUp {

  private final Connection connection;
  private final ConversationId conversation;
  private final ResumeBudget budget;
  private final FrameEncoder encoder;
  private final FirstProtocol firstProtocol;
  private final boolean announced;
  private Sequence reached;
  private Sequence asOf;
  private boolean complete = true;

  /**
   * @param reached the last event that the client has
   * @param asOf the user is a member as of this event
   * @param announced whether the client is told where live begins
   */
  CatchUp(
      Connection connection,
      ConversationId conversation,
      Sequence reached,
      Sequence asOf,
      boolean announced,
      ResumeBudget budget,
      FrameEncoder encoder,
      FirstProtocol firstProtocol) {
    this.connection = connection;
    this.conversation = conversation;
    this.reached = reached;
    this.asOf = asOf;
    this.announced = announced;
    this.budget = budget;
    this.encoder = encoder;
    this.firstProtocol = firstProtocol;
  }

  Connection connection() {
    return connection;
  }

  ConversationId conversation() {
    return conversation;
  }

  Conversation.Admission admitTo(Conversation found) {
    return found.admit(connection, reached, asOf, this);
  }

  Sequence reached() {
    return reached;
  }

  /** The user was found to be a member as of this later event. */
  void isMemberAsOf(Sequence later) {
    asOf = later;
  }

  @Override
  public boolean wantsMore() {
    return complete && Mechanism.RESUME.isOn();
  }

  /**
   * A client that is not told where live begins cannot know that it must read the rest: it gets all
   * of it, which the bound of what waits for a connection limits.
   */
  boolean isUsedUp() {
    return announced && budget.isUsedUp();
  }

  /** The client reads the rest over HTTP. */
  void stop() {
    complete = false;
  }

  @Override
  public void send(List<RelayedEvent> events) {
    for (RelayedEvent event : events) {
      if (isUsedUp()) {
        stop();
        return;
      }
      firstProtocol.frameFor(event, connection).ifPresent(this::send);
      reached = event.seq();
    }
  }

  private void send(EncodedFrame frame) {
    budget.take(frame.length());
    connection.send(frame);
  }

  /** There is nothing more up to here. */
  void reach(Sequence last) {
    if (complete && last.isAfter(reached)) {
      reached = last;
    }
  }

  @Override
  public void entering(Sequence last) {
    if (announced) {
      connection.send(
          encoder.encode(
              ServerFrame.Resumed.upTo(complete ? last : reached, conversation, complete)));
    }
  }

  void tellNotFound() {
    if (announced) {
      connection.send(encoder.encode(ServerFrame.Resumed.notFound(conversation)));
    }
  }
}
