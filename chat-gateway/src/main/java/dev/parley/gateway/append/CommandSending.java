package dev.parley.gateway.append;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Failures;
import dev.parley.gateway.frame.ClientFrame;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.User;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.session.UserDirectory;
import dev.parley.tracing.MessageTracer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The start of a command's life: what a client sent is checked, addressed and put in its lane.
 * {@link AppendSettlement} answers it. Whether the sender may do this is decided where it is
 * stored.
 */
@Singleton
public class CommandSending {

  private final AppendLanes lanes;
  private final GatewayKeys keys;
  private final UserDirectory users;
  private final Failures failures;
  private final MessageTracer tracer;

  CommandSending(
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

  /** A command on its way, as far as it is known. */
  private record Draft(Connection sender, ClientId clientId, long sinceNanos) {

    Command of(ConversationId conversation, User other, Act act) {
      return new Command(conversation, sender.user(), other, clientId, null, act);
    }
  }

  /**
   * Completes at once, or when the fate of the command is known, where many of this client's are
   * under way. Commands of one client to one conversation keep their order: those to a conversation
   * that the client names are in their lane when this returns, unless it is a direct one whose
   * other user must be looked up; such commands wait in turn.
   */
  public Uni<Void> send(Connection sender, ClientFrame.Change change) {
    Draft draft = new Draft(sender, change.clientId(), System.nanoTime());
    return unlessTooFast(
        draft,
        () ->
            switch (change) {
              case ClientFrame.Post post ->
                  withContent(
                      draft, post.content(), content -> append(draft, post, new Act.Post(content)));
              case ClientFrame.Edit edit ->
                  withContent(
                      draft,
                      edit.content(),
                      content -> append(draft, edit, new Act.Edit(edit.target(), content)));
              case ClientFrame.Delete delete ->
                  append(draft, delete, new Act.Delete(delete.target()));
              case ClientFrame.React react ->
                  append(draft, react, new Act.React(react.target(), react.emoji(), react.on()));
              case ClientFrame.Pin pin -> append(draft, pin, new Act.Pin(pin.target(), pin.on()));
            });
  }

  /** The same for the first protocol's way to post, by the recipient's name. */
  public Uni<Void> send(Connection sender, ClientFrame.Chat chat) {
    Draft draft = new Draft(sender, chat.clientId(), System.nanoTime());
    return unlessTooFast(
        draft,
        () ->
            withContent(
                draft,
                chat.content(),
                content ->
                    chat.recipient() == null
                        ? append(
                            draft, draft.of(ConversationId.GLOBAL, null, new Act.Post(content)))
                        : sendTo(chat.recipient(), draft, new Act.Post(content))));
  }

  private Uni<Void> unlessTooFast(Draft draft, Supplier<Uni<Void>> work) {
    Duration wait = draft.sender().sendLimit().takeMessage(draft.sinceNanos());
    if (!wait.isZero()) {
      failures.answerTooFast(draft.sender(), draft.clientId(), wait);
      return Uni.createFrom().voidItem();
    }
    return work.get();
  }

  private Uni<Void> withContent(
      Draft draft, String text, Function<MessageContent, Uni<Void>> work) {
    Optional<ErrorCode> problem = MessageContent.problemWith(text);
    return problem.isPresent()
        ? refuse(draft, problem.get())
        : work.apply(new MessageContent(text));
  }

  private Uni<Void> refuse(Draft draft, ErrorCode problem) {
    failures.answer(draft.sender(), problem, draft.clientId());
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> append(Draft draft, ClientFrame.Change change, Act act) {
    return switch (change.conversation()) {
      case ConversationId.Direct direct -> appendDirect(draft, direct, act);
      case ConversationId.Global global -> append(draft, draft.of(global, null, act));
      case ConversationId.Room room -> append(draft, draft.of(room, null, act));
      case ConversationId.Inbox inbox -> unknown(draft, inbox);
    };
  }

  private Uni<Void> unknown(Draft draft, ConversationId conversation) {
    failures.answerUnknownConversation(draft.sender(), conversation, draft.clientId());
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> appendDirect(Draft draft, ConversationId.Direct direct, Act act) {
    if (!direct.isBetween(draft.sender().userId())) {
      return unknown(draft, direct);
    }
    if (direct.isWithOneself()) {
      return append(draft, draft.of(direct, draft.sender().user(), act));
    }
    return draft
        .sender()
        .pipelined(
            users
                .find(direct.other(draft.sender().userId()))
                .chain(
                    other ->
                        other
                            .map(user -> stored(draft, draft.of(direct, user, act)))
                            .orElseGet(() -> unknown(draft, direct)))
                .onFailure()
                .recoverWithUni(failure -> refuse(draft, ErrorCode.SAVE_FAILED)));
  }

  private Uni<Void> sendTo(String recipient, Draft draft, Act act) {
    return draft
        .sender()
        .pipelined(
            users
                .find(recipient)
                .chain(found -> sendTo(recipient, found, draft, act))
                .onFailure()
                .recoverWithUni(failure -> refuse(draft, ErrorCode.SAVE_FAILED)));
  }

  private Uni<Void> sendTo(String recipient, Optional<User> found, Draft draft, Act act) {
    if (found.isEmpty()) {
      failures.answerUnknownUser(draft.sender(), recipient, draft.clientId());
      return Uni.createFrom().voidItem();
    }
    ConversationId conversation = ConversationId.between(draft.sender().userId(), found.get().id());
    return stored(draft, draft.of(conversation, found.get(), act));
  }

  private Uni<Void> append(Draft draft, Command command) {
    return draft.sender().pipelined(stored(draft, command));
  }

  /** Completes when the command is decided, or its sender told that it could not be. */
  private Uni<Void> stored(Draft draft, Command command) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              PendingCommand pending = pending(draft, command, emitter);
              if (!lanes.offer(pending)) {
                failures.answer(draft.sender(), ErrorCode.SAVE_FAILED, draft.clientId());
                pending.span().fail();
                emitter.complete(null);
              }
            });
  }

  private PendingCommand pending(Draft draft, Command command, UniEmitter<? super Void> settled) {
    return new PendingCommand(
        draft.sender(),
        command.withKey(keys.next()),
        draft.sinceNanos(),
        settled,
        tracer.receive(draft.sinceNanos()));
  }
}
