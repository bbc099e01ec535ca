package dev.parley.gateway.message;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Failures;
import dev.parley.gateway.frame.ClientFrame;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.history.HistoryService;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.ReadMessages;
import dev.parley.protocol.internal.StoredMessage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Sends a client that comes back what it missed: up to {@value ReadMessages#MAX_MESSAGES} messages
 * of each conversation, as ordinary {@code chat} frames in their order. Messages that are sent
 * meanwhile may come among them; a client puts them in order by their {@code seq}.
 */
@Singleton
public class Resumption {

  private final HistoryService history;
  private final MessageFrames frames;
  private final FrameEncoder encoder;
  private final Failures failures;

  Resumption(
      @RestClient HistoryService history,
      MessageFrames frames,
      FrameEncoder encoder,
      Failures failures) {
    this.history = history;
    this.frames = frames;
    this.encoder = encoder;
    this.failures = failures;
  }

  /** One conversation after the other; completes when the last one is done. */
  public Uni<Void> resume(Connection connection, ClientFrame.Resume resume) {
    return Multi.createFrom()
        .iterable(resume.conversations().entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            cursor -> resume(connection, cursor.getKey(), cursor.getValue()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> resume(Connection connection, ConversationId conversation, Sequence last) {
    if (!conversation.admits(connection.userId())) {
      failures.answerUnknownConversation(connection, conversation);
      return Uni.createFrom().voidItem();
    }
    long from = last.value() + 1;
    return history
        .messages(conversation.toString(), from, from + ReadMessages.MAX_MESSAGES - 1)
        .invoke(found -> send(connection, conversation, last, found.messages()))
        .onFailure()
        .invoke(failure -> failures.answer(connection, ErrorCode.UNAVAILABLE, null))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private void send(
      Connection connection,
      ConversationId conversation,
      Sequence last,
      List<StoredMessage> missing) {
    missing.forEach(message -> connection.send(EncodedFrame.ofJson(frames.chat(message))));
    Sequence reached = missing.isEmpty() ? last : missing.getLast().seq();
    boolean complete = missing.size() < ReadMessages.MAX_MESSAGES;
    connection.send(encoder.encode(new ServerFrame.Resumed(conversation, reached, complete)));
  }
}
