package dev.parley.gateway.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.connection.Failures;
import dev.parley.gateway.connection.Protocol;
import dev.parley.gateway.frame.ClientFrame;
import dev.parley.gateway.frame.EncodedFrame;
import dev.parley.gateway.frame.FrameEncoder;
import dev.parley.gateway.frame.ServerFrame;
import dev.parley.gateway.history.HistoryReplicas;
import dev.parley.gateway.redis.ServiceListener;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.internal.MoveReadMark;
import dev.parley.protocol.redis.ReadMarkMoved;
import dev.parley.protocol.redis.RedisNames;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;

/**
 * Moves a user's read mark in the history service, which tells every gateway; each tells the user's
 * other devices.
 */
@Singleton
public class ReadMarks implements ServiceListener {

  private final HistoryReplicas history;
  private final Connections connections;
  private final FrameEncoder encoder;
  private final Failures failures;
  private final ObjectMapper json;

  ReadMarks(
      HistoryReplicas history,
      Connections connections,
      FrameEncoder encoder,
      Failures failures,
      ObjectMapper json) {
    this.history = history;
    this.connections = connections;
    this.encoder = encoder;
    this.failures = failures;
    this.json = json;
  }

  /** A mark only moves forward, so it does not matter which of two comes first. */
  public Uni<Void> move(Connection reader, ClientFrame.Read read) {
    return move(reader, read.conversation(), request(reader, read.seq(), false));
  }

  /** From this message on everything is unread. */
  public Uni<Void> move(Connection reader, ClientFrame.Unread unread) {
    return move(reader, unread.conversation(), request(reader, unread.seq().previous(), true));
  }

  private static MoveReadMark.Request request(Connection reader, Sequence seq, boolean back) {
    return new MoveReadMark.Request(reader.userId(), seq, back, reader.id());
  }

  private Uni<Void> move(
      Connection reader, ConversationId conversation, MoveReadMark.Request request) {
    return reader.pipelined(
        history
            .ask(service -> service.moveReadMark(conversation.toString(), request))
            .onFailure()
            .invoke(failure -> failed(reader, conversation, failure))
            .onFailure()
            .recoverWithNull()
            .replaceWithVoid());
  }

  private void failed(Connection reader, ConversationId conversation, Throwable failure) {
    if (failure instanceof WebApplicationException refused
        && refused.getResponse().getStatus() == ErrorCode.NOT_FOUND.httpStatus()) {
      failures.answerUnknownConversation(reader, conversation, null);
    } else {
      failures.answer(reader, ErrorCode.UNAVAILABLE, null);
    }
  }

  @Override
  public String channel() {
    return RedisNames.READ_MARKS;
  }

  @Override
  public void received(String payload) {
    ReadMarkMoved moved = read(payload);
    EncodedFrame frame =
        encoder.encode(new ServerFrame.ReadMark(moved.conversation(), moved.seq()));
    connections.of(moved.userId()).stream()
        .filter(connection -> connection.speaks(Protocol.V2))
        .filter(connection -> !connection.id().equals(moved.connection()))
        .forEach(connection -> connection.send(frame));
  }

  private ReadMarkMoved read(String payload) {
    try {
      return json.readValue(payload, ReadMarkMoved.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a read mark", e);
    }
  }
}
