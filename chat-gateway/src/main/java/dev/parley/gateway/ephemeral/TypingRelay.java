package dev.parley.gateway.ephemeral;

import dev.parley.gateway.connection.Audience;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.Failures;
import dev.parley.gateway.conversation.Conversation;
import dev.parley.gateway.conversation.Conversations;
import dev.parley.gateway.frame.ClientFrame;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.redis.GatewayBus;
import dev.parley.gateway.redis.GatewayListener;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.redis.RedisNames;
import dev.parley.session.UserDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells the other members that somebody types; never the typist. It is told at most once, and not
 * at all to who types faster than allowed. Between gateways it travels as three lines: the typist,
 * the conversation, the frame.
 */
@Singleton
public class TypingRelay implements GatewayListener {

  private final Connections connections;
  private final Conversations conversations;
  private final UserDirectory users;
  private final FrameEncoder encoder;
  private final Failures failures;
  private final GatewayBus bus;

  TypingRelay(
      Connections connections,
      Conversations conversations,
      UserDirectory users,
      FrameEncoder encoder,
      Failures failures,
      GatewayBus bus) {
    this.connections = connections;
    this.conversations = conversations;
    this.users = users;
    this.encoder = encoder;
    this.failures = failures;
    this.bus = bus;
  }

  /** Of a conversation in which this connection is; on its event loop. */
  public Uni<Void> relay(Connection typist, ClientFrame.Typing typing) {
    if (!typist.sendLimit().takeTyping(System.nanoTime())) {
      return Uni.createFrom().voidItem();
    }
    Optional<Conversation> conversation =
        conversations.find(typing.conversation()).filter(found -> found.hasLive(typist));
    if (conversation.isPresent()) {
      tell(typist, typing.isTyping(), typing.conversation(), null);
    } else {
      failures.answerUnknownConversation(typist, typing.conversation(), null);
    }
    return Uni.createFrom().voidItem();
  }

  /** The first protocol's way to say it. */
  public Uni<Void> relay(Connection typist, ClientFrame.TypingTo typing) {
    if (!typist.sendLimit().takeTyping(System.nanoTime())) {
      return Uni.createFrom().voidItem();
    }
    if (typing.recipient() == null) {
      tell(typist, typing.isTyping(), ConversationId.GLOBAL, null);
      return Uni.createFrom().voidItem();
    }
    return users
        .find(typing.recipient())
        .invoke(found -> tellRecipient(typist, typing, found))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private void tellRecipient(
      Connection typist, ClientFrame.TypingTo typing, Optional<User> recipient) {
    if (recipient.isEmpty()) {
      failures.answerUnknownUser(typist, typing.recipient(), null);
      return;
    }
    tell(
        typist,
        typing.isTyping(),
        ConversationId.between(typist.userId(), recipient.get().id()),
        recipient.get().username());
  }

  private void tell(
      Connection typist, boolean isTyping, ConversationId conversation, String recipient) {
    String frame =
        encoder.json(
            new ServerFrame.Typing(typist.user().username(), isTyping, recipient, conversation));
    bus.publish(channel(), typist.userId() + "\n" + conversation + "\n" + frame);
    deliver(typist.userId(), conversation, EncodedFrame.ofJson(frame));
  }

  @Override
  public String channel() {
    return RedisNames.TYPING;
  }

  @Override
  public void received(String gateway, String payload) {
    String[] lines = payload.split("\n", 3);
    UserId typist = new UserId(Long.parseLong(lines[0]));
    deliver(typist, ConversationId.parse(lines[1]), EncodedFrame.ofJson(lines[2]));
  }

  private void deliver(UserId typist, ConversationId conversation, EncodedFrame frame) {
    switch (conversation) {
      case ConversationId.Global everybody ->
          connections.broadcast(frame, connection -> !connection.userId().equals(typist));
      case ConversationId.Direct direct -> {
        UserId other = direct.other(typist);
        if (!other.equals(typist)) {
          connections.sendTo(other, frame);
        }
      }
      case ConversationId.Room room ->
          conversations.find(room).ifPresent(it -> deliver(typist, it, frame));
      case ConversationId.Inbox inbox -> {}
    }
  }

  private void deliver(UserId typist, Conversation room, EncodedFrame frame) {
    for (Audience audience : room.audiences()) {
      connections.send(audience, frame, connection -> !connection.userId().equals(typist));
    }
  }
}
