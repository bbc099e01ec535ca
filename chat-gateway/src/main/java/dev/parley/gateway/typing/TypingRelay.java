package dev.parley.gateway.typing;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.Failures;
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
 * Tells the others that somebody types; never the typist. It is told at most once, and not at all
 * to who types faster than allowed. Between gateways it travels as three lines: the typist, the
 * conversation, the frame.
 */
@Singleton
public class TypingRelay implements GatewayListener {

  private final Connections connections;
  private final UserDirectory users;
  private final FrameEncoder encoder;
  private final Failures failures;
  private final GatewayBus bus;

  TypingRelay(
      Connections connections,
      UserDirectory users,
      FrameEncoder encoder,
      Failures failures,
      GatewayBus bus) {
    this.connections = connections;
    this.users = users;
    this.encoder = encoder;
    this.failures = failures;
    this.bus = bus;
  }

  public Uni<Void> relay(Connection typist, ClientFrame.Typing typing) {
    if (!typist.sendLimit().takeTyping(System.nanoTime())) {
      return Uni.createFrom().voidItem();
    }
    if (typing.recipient() == null) {
      tell(typist, typing, Optional.empty());
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
      Connection typist, ClientFrame.Typing typing, Optional<User> recipient) {
    if (recipient.isPresent()) {
      tell(typist, typing, recipient);
    } else {
      failures.answerUnknownUser(typist, typing.recipient(), null);
    }
  }

  private void tell(Connection typist, ClientFrame.Typing typing, Optional<User> recipient) {
    ConversationId conversation =
        recipient
            .map(user -> ConversationId.between(typist.userId(), user.id()))
            .orElse(ConversationId.GLOBAL);
    String frame =
        encoder.json(
            new ServerFrame.Typing(
                typist.user().username(),
                typing.isTyping(),
                recipient.map(User::username).orElse(null),
                conversation));
    bus.publish(channel(), typist.userId() + "\n" + conversation + "\n" + frame);
    deliver(typist.userId(), conversation, frame);
  }

  @Override
  public String channel() {
    return RedisNames.TYPING;
  }

  @Override
  public void received(String gateway, String payload) {
    String[] lines = payload.split("\n", 3);
    UserId typist = new UserId(Long.parseLong(lines[0]));
    deliver(typist, ConversationId.parse(lines[1]), lines[2]);
  }

  private void deliver(UserId typist, ConversationId conversation, String json) {
    EncodedFrame frame = EncodedFrame.ofJson(json);
    switch (conversation) {
      case ConversationId.Global everybody ->
          connections.broadcast(frame, connection -> !connection.userId().equals(typist));
      case ConversationId.Direct direct -> {
        UserId other = direct.other(typist);
        if (!other.equals(typist)) {
          connections.sendTo(other, frame);
        }
      }
      case ConversationId.Room room -> throw new IllegalArgumentException("There are no rooms");
    }
  }
}
