package dev.parley.history.readmarks;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.internal.MoveReadMark;
import dev.parley.protocol.redis.ReadMarkMoved;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Moves a mark and announces the move after its commit. */
@Singleton
class MovesOfReadMarks {

  @Inject ReadMarks marks;
  @Inject ReadMarkNews news;

  MoveReadMark.Answer move(ConversationId conversation, MoveReadMark.Request request) {
    ReadMarks.Mark mark = marks.move(request.userId(), conversation, request.seq());
    if (mark.moved()) {
      news.publish(
          new ReadMarkMoved(request.userId(), conversation, mark.seq(), request.connection()));
    }
    return new MoveReadMark.Answer(mark.seq());
  }
}
