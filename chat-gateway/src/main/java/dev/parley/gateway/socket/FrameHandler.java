package dev.parley.gateway.socket;

import dev.parley.gateway.append.CommandSending;
import dev.parley.gateway.connection.Closing;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Failures;
import dev.parley.gateway.ephemeral.TypingRelay;
import dev.parley.gateway.frame.ClientFrame;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.presence.LocalPresence;
import dev.parley.gateway.read.ReadMarks;
import dev.parley.gateway.resume.Resumption;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.event.WireTime;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Hands each frame of a client to the feature that it is for. The next frame of the same connection
 * comes when the returned Uni has completed.
 */
@Singleton
class FrameHandler {

  private static final Logger LOG = Logger.getLogger(FrameHandler.class);

  private static final ClientFrame.Malformed RESUMED_BEFORE =
      new ClientFrame.Malformed(
          ErrorCode.INVALID_FORMAT,
          "resume is the first frame of a parley.v2 connection: reconnect to resume again",
          null);

  private final CommandSending commands;
  private final Resumption resumption;
  private final TypingRelay typing;
  private final ReadMarks readMarks;
  private final LocalPresence presence;
  private final Failures failures;
  private final FrameEncoder encoder;
  private final Clock clock;

  FrameHandler(
      CommandSending commands,
      Resumption resumption,
      TypingRelay typing,
      ReadMarks readMarks,
      LocalPresence presence,
      Failures failures,
      FrameEncoder encoder,
      Clock clock) {
    this.commands = commands;
    this.resumption = resumption;
    this.typing = typing;
    this.readMarks = readMarks;
    this.presence = presence;
    this.failures = failures;
    this.encoder = encoder;
    this.clock = clock;
  }

  Uni<Void> handle(Connection connection, ClientFrame frame) {
    return asFrame(connection, () -> serve(connection, frame));
  }

  Uni<Void> refuseBinary(Connection connection) {
    return asFrame(connection, () -> failures.answer(connection, Failures.BINARY));
  }

  private Uni<Void> asFrame(Connection connection, Supplier<Uni<Void>> work) {
    connection.heard();
    return unlessTooOften(connection, connection.sendLimit().takeFrame(System.nanoTime()), work);
  }

  private Uni<Void> serve(Connection connection, ClientFrame frame) {
    if (isOfAPerson(frame)) {
      connection.used();
    }
    return connection.isResumed() ? serveBegun(connection, frame) : serveFirst(connection, frame);
  }

  /** A client of the second protocol begins with resume; a type that we do not know is skipped. */
  private Uni<Void> serveFirst(Connection connection, ClientFrame frame) {
    return switch (frame) {
      case ClientFrame.Resume resume -> begin(connection, resume);
      case ClientFrame.Unknown unknown -> ignore(connection, unknown);
      case ClientFrame.Chat chat -> refuse(connection);
      case ClientFrame.TypingTo typed -> refuse(connection);
      case ClientFrame.OfConversation early -> refuse(connection);
      case ClientFrame.RequestUserList asked -> refuse(connection);
      case ClientFrame.Ping ping -> refuse(connection);
      case ClientFrame.Malformed malformed -> refuse(connection);
    };
  }

  private static Uni<Void> refuse(Connection connection) {
    connection.close(Closing.RESUME_EXPECTED);
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> begin(Connection connection, ClientFrame.Resume resume) {
    connection.resumed();
    presence.opened(connection);
    return resumption.resume(connection, resume);
  }

  private Uni<Void> serveBegun(Connection connection, ClientFrame frame) {
    return switch (frame) {
      case ClientFrame.Chat chat -> commands.send(connection, chat);
      case ClientFrame.Change change -> commands.send(connection, change);
      case ClientFrame.TypingTo typed -> typing.relay(connection, typed);
      case ClientFrame.Typing typed -> typing.relay(connection, typed);
      case ClientFrame.RequestUserList asked ->
          asQuestion(connection, () -> presence.answer(connection));
      case ClientFrame.Resume resume ->
          asQuestion(connection, () -> failures.answer(connection, RESUMED_BEFORE));
      case ClientFrame.Read read -> asQuestion(connection, () -> readMarks.move(connection, read));
      case ClientFrame.Unread unread ->
          asQuestion(connection, () -> readMarks.move(connection, unread));
      case ClientFrame.Ping ping -> pong(connection);
      case ClientFrame.Unknown unknown -> ignore(connection, unknown);
      case ClientFrame.Malformed malformed -> failures.answer(connection, malformed);
    };
  }

  /** A page that is open asks, marks as read and comes back by itself: no sign of anybody. */
  private static boolean isOfAPerson(ClientFrame frame) {
    return switch (frame) {
      case ClientFrame.Chat chat -> true;
      case ClientFrame.Change change -> true;
      case ClientFrame.TypingTo typed -> true;
      case ClientFrame.Typing typed -> true;
      case ClientFrame.Unread unread -> true;
      case ClientFrame.Read read -> false;
      case ClientFrame.RequestUserList asked -> false;
      case ClientFrame.Resume resume -> false;
      case ClientFrame.Ping ping -> false;
      case ClientFrame.Unknown unknown -> false;
      case ClientFrame.Malformed malformed -> false;
    };
  }

  private Uni<Void> asQuestion(Connection connection, Supplier<Uni<Void>> answer) {
    return unlessTooOften(
        connection, connection.sendLimit().takeQuestion(System.nanoTime()), answer);
  }

  /** A few bytes of a client's shall not cost the server much, again and again. */
  private Uni<Void> unlessTooOften(
      Connection connection, Duration wait, Supplier<Uni<Void>> answer) {
    if (wait.isZero()) {
      return answer.get();
    }
    failures.answerTooFast(connection, null, wait);
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> pong(Connection connection) {
    connection.send(encoder.encode(new ServerFrame.Pong(WireTime.format(clock.instant()))));
    return Uni.createFrom().voidItem();
  }

  private static Uni<Void> ignore(Connection connection, ClientFrame.Unknown unknown) {
    LOG.debugf("%s sent an unknown type of %d characters", connection, unknown.type().length());
    return Uni.createFrom().voidItem();
  }
}
