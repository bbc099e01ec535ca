package dev.parley.gateway.connection;

import dev.parley.gateway.frame.ClientFrame;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Answers a frame that failed. The connection stays open. */
@Singleton
public class Failures {

  /** The answer to a binary frame. */
  public static final ClientFrame.Malformed BINARY =
      new ClientFrame.Malformed(
          ErrorCode.INVALID_FORMAT, "Binary frames are not supported: send JSON as text", null);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final FrameEncoder encoder;
  private final Map<ErrorCode, Counter> answers = new EnumMap<>(ErrorCode.class);

  Failures(FrameEncoder encoder, MeterRegistry metrics) {
    this.encoder = encoder;
    for (ErrorCode code : ErrorCode.values()) {
      answers.put(code, metrics.counter("parley.frames.refused", "code", code.code()));
    }
  }

  /** Uses the first protocol's text, and adds what exactly is wrong. */
  public Uni<Void> answer(Connection connection, ClientFrame.Malformed malformed) {
    ErrorCode code = malformed.code();
    send(
        connection,
        new ServerFrame.Failure(code.text(), code, malformed.detail(), malformed.clientId(), null));
    return Uni.createFrom().voidItem();
  }

  /**
   * With the code's own text.
   *
   * @param clientId of the message that failed, null where it has none
   */
  public void answer(Connection connection, ErrorCode code, ClientId clientId) {
    answer(connection, code, code.text(), clientId);
  }

  /**
   * @param message for the client; null for the code's own text
   * @param clientId of the command that failed, null where it has none
   */
  public void answer(Connection connection, ErrorCode code, String message, ClientId clientId) {
    Long retryAfter = code.isRetryable() ? RETRY_AFTER.toMillis() : null;
    send(
        connection,
        new ServerFrame.Failure(
            message == null ? code.text() : message, code, null, clientId, retryAfter));
  }

  /** In the first protocol's words. */
  public void answerUnknownUser(Connection connection, String username, ClientId clientId) {
    answer(connection, ErrorCode.USER_NOT_FOUND, "User " + username + " not found", clientId);
  }

  /** The same answer if the conversation does not exist and if it is not this user's. */
  public void answerUnknownConversation(
      Connection connection, ConversationId conversation, ClientId clientId) {
    answer(connection, ErrorCode.NOT_FOUND, "There is no conversation " + conversation, clientId);
  }

  /** The client can try again after this time. A client that gets this too often is closed. */
  public void answerTooFast(Connection connection, ClientId clientId, Duration wait) {
    if (connection.sendLimit().isExhausted()) {
      connection.close(Closing.TOO_FAST);
      return;
    }
    ErrorCode code = ErrorCode.TOO_MANY_REQUESTS;
    send(
        connection,
        new ServerFrame.Failure(code.text(), code, null, clientId, Math.max(1, wait.toMillis())));
  }

  private void send(Connection connection, ServerFrame.Failure failure) {
    answers.get(failure.code()).increment();
    connection.send(encoder.encode(failure));
  }
}
