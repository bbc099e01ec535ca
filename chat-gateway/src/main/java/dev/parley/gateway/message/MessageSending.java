package dev.parley.gateway.message;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Failures;
import dev.parley.gateway.frame.ClientFrame;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import dev.parley.protocol.internal.NewMessage;
import dev.parley.session.UserDirectory;
import dev.parley.tracing.MessageTracer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The start of a message's life: what a client sent is checked, addressed and put in its lane.
 * {@link AppendSettlement} answers it.
 */
@Singleton
public class MessageSending {

  private final AppendLanes lanes;
  private final GatewayKeys keys;
  private final UserDirectory users;
  private final Failures failures;
  private final MessageTracer tracer;

  MessageSending(
      AppendLanes lanes,
      GatewayKeys keys,
      UserDirectory users,
      Failures failures,
      MessageTracer tracer) {
    this.lanes = lanes;
    this.keys = keys;
    this.users = users;
    this.failures = failures;
    this.tracer = tracer;
  }

  /**
   * Completes at once, or when the fate of the message is known, where many of this client's are
   * under way. Messages of one client to one conversation keep their order: those to everybody are
   * in their lane when this returns, and those to somebody wait in turn for who that is.
   */
  public Uni<Void> send(Connection sender, ClientFrame.Chat chat) {
    long now = System.nanoTime();
    Duration wait = sender.sendLimit().takeMessage(now);
    if (!wait.isZero()) {
      failures.answerTooFast(sender, chat.clientId(), wait);
      return Uni.createFrom().voidItem();
    }
    Optional<ErrorCode> problem = MessageContent.problemWith(chat.content());
    if (problem.isPresent()) {
      return refuse(sender, chat, problem.get());
    }
    return sender.pipelined(
        chat.recipient() == null
            ? append(
                sender, NewMessage.of(sender.user(), null, chat.clientId(), content(chat)), now)
            : sendTo(chat.recipient(), sender, chat, now));
  }

  private Uni<Void> refuse(Connection sender, ClientFrame.Chat chat, ErrorCode problem) {
    failures.answer(sender, problem, chat.clientId());
    return Uni.createFrom().voidItem();
  }

  private static MessageContent content(ClientFrame.Chat chat) {
    return new MessageContent(chat.content());
  }

  private Uni<Void> sendTo(String recipient, Connection sender, ClientFrame.Chat chat, long since) {
    return users
        .find(recipient)
        .onItem()
        .transformToUni(found -> sendTo(found, sender, chat, since))
        .onFailure()
        .recoverWithUni(failure -> refuse(sender, chat, ErrorCode.SAVE_FAILED));
  }

  private Uni<Void> sendTo(
      Optional<User> recipient, Connection sender, ClientFrame.Chat chat, long since) {
    if (recipient.isEmpty()) {
      failures.answerUnknownUser(sender, chat.recipient(), chat.clientId());
      return Uni.createFrom().voidItem();
    }
    return append(
        sender,
        NewMessage.of(sender.user(), recipient.get(), chat.clientId(), content(chat)),
        since);
  }

  /** Completes when the message is stored, or its sender told that it is not. */
  private Uni<Void> append(Connection sender, NewMessage message, long since) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              PendingMessage pending = pending(sender, message, since, emitter);
              if (!lanes.offer(pending)) {
                failures.answer(sender, ErrorCode.SAVE_FAILED, message.clientId());
                pending.span().fail();
                emitter.complete(null);
              }
            });
  }

  private PendingMessage pending(
      Connection sender, NewMessage message, long since, UniEmitter<? super Void> settled) {
    return new PendingMessage(
        sender, message.withKey(keys.next()), since, settled, tracer.receive(since));
  }
}
