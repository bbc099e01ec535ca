package dev.parley.history.messages;

import dev.parley.history.membership.Membership;
import dev.parley.history.reads.Page;
import dev.parley.history.reads.Snapshot;
import dev.parley.history.reads.Snapshots;
import dev.parley.history.requests.CurrentUser;
import dev.parley.history.requests.Parameter;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a message said before its edits. */
@Path("/conversations/{conversation}/messages/{seq}/revisions")
@Authenticated
@RunOnVirtualThread
class RevisionsResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private static final String MESSAGE =
      """
      SELECT 1 FROM history.messages
      WHERE conversation_id = ? AND seq = ? AND deleted_at IS NULL
      """;

  private static final String REVISIONS =
      """
      SELECT content_seq, content, written_at FROM history.revisions
      WHERE conversation_id = ? AND seq = ? AND content_seq > ?
      ORDER BY content_seq
      LIMIT ?
      """;

  @Inject CurrentUser user;
  @Inject Snapshots snapshots;

  @GET
  @Operation(summary = "Lists what a message said before its edits, for moderators")
  public Revisions list(
      @PathParam("conversation") String name,
      @PathParam("seq") String seqText,
      @QueryParam("after") String afterText,
      @QueryParam("limit") String limitText)
      throws SQLException {
    User reader = user.get();
    ConversationId conversation = Parameter.conversation(name);
    long seq = Parameter.sequence("seq", seqText).orElse(Sequence.NONE).value();
    long after = Parameter.sequence("after", afterText).orElse(Sequence.NONE).value();
    int limit = Parameter.limit(limitText, DEFAULT_LIMIT, MAX_LIMIT);
    return snapshots.read(
        snapshot -> {
          Membership membership =
              Membership.of(reader, conversation, snapshot).atLeast(Role.MODERATOR);
          requireMessage(snapshot, membership, seq);
          Page<Revision> page =
              Page.of(
                  snapshot.list(REVISIONS, Revision::read, membership.row(), seq, after, limit + 1),
                  limit);
          return new Revisions(page.items(), page.hasMore());
        });
  }

  private static void requireMessage(Snapshot snapshot, Membership membership, long seq)
      throws SQLException {
    if (snapshot.first(MESSAGE, row -> true, membership.row(), seq).isEmpty()) {
      throw new ParleyException(ErrorCode.TARGET_GONE);
    }
  }

  /** {@code {"revisions":[…],"has_more":false}}, oldest first. */
  @RegisterForReflection
  record Revisions(List<Revision> revisions, boolean hasMore) {}

  /**
   * {@code {"content_seq":810,"content":"…","written_at":"2026-11-22T09:32:00.123456Z"}}.
   *
   * @param contentSeq the message itself, or the edit that brought this text
   */
  @RegisterForReflection
  record Revision(Sequence contentSeq, String content, Instant writtenAt) {
    private static Revision read(ResultSet row) throws SQLException {
      return new Revision(
          new Sequence(row.getLong("content_seq")),
          row.getString("content"),
          row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
  }
}
