package dev.parley.history.readmarks;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.internal.MoveReadMark;
import dev.parley.protocol.redis.ReadMarkMoved;
import jakarta.inject.Singleton;

/** Moves a mark and announces the move after its commit. */
@Singleton
class MovesOfReadMarks {

  private final ReadMarks marks;
  private final ReadMarkNews news;

  MovesOfReadMarks(ReadMarks marks, ReadMarkNews news) {
    this.marks = marks;
    this.news = news;
  }

  /** Fails with {@code NOT_FOUND} if the user is not a member. */
  MoveReadMark.Answer move(ConversationId conversation, MoveReadMark.Request request) {
    ReadMarks.Mark mark = marks.move(conversation, request);
    if (mark.moved()) {
      news.publish(
          new ReadMarkMoved(request.userId(), conversation, mark.seq(), request.connection()));
    }
    return new MoveReadMark.Answer(mark.seq());
  }
}
