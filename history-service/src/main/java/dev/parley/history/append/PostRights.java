package dev.parley.history.append;

import dev.parley.history.append.ConversationLocks.Locked;
import dev.parley.history.ledger.RoomRules;
import dev.parley.history.sql.SetStatement;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Posters;
import dev.parley.protocol.Role;
import dev.parley.protocol.UserId;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides who may post, under the locks. Names tell of direct conversations, and for rooms one
 * statement loads what is needed.
 */
final class PostRights {

  private static final String ROOMS =
      """
      SELECT asked.conversation_id, asked.user_id, r.name, r.visibility, r.who_may_post, r.archived, m.role
      FROM (SELECT DISTINCT * FROM unnest(?::bigint[], ?::bigint[]) AS a (conversation_id, user_id)) AS asked
      JOIN history.rooms r ON r.conversation_id = asked.conversation_id
      LEFT JOIN history.members m
        ON m.conversation_id = asked.conversation_id AND m.user_id = asked.user_id
      """;

  private final Map<ConversationId, Locked> locked;
  private final Map<Seat, ErrorCode> refusals = new HashMap<>();
  private final Map<Long, String> roomNames = new HashMap<>();

  /** A user at a conversation. */
  private record Seat(long conversationId, UserId user) {}

  PostRights(Map<ConversationId, Locked> locked) {
    this.locked = locked;
  }

  /** In the order of the commands, all of which are posts. */
  List<PlainPost> decide(List<Command> commands, Connection connection) throws SQLException {
    loadRooms(commands, connection);
    List<PlainPost> posts = new ArrayList<>(commands.size());
    for (Command command : commands) {
      if (command.act() instanceof Act.Post act) {
        Locked conversation = locked.get(command.conversation());
        Long id = conversation == null ? null : conversation.id();
        posts.add(new PlainPost(command, act, id, roomNames.get(id), refusal(command, id)));
      }
    }
    return posts;
  }

  private void loadRooms(List<Command> commands, Connection connection) throws SQLException {
    List<Seat> seats =
        commands.stream()
            .filter(command -> command.conversation() instanceof ConversationId.Room)
            .filter(command -> locked.containsKey(command.conversation()))
            .map(this::seatOf)
            .toList();
    if (seats.isEmpty()) {
      return;
    }
    try (var statement = new SetStatement<>(connection, ROOMS, seats)) {
      statement
          .column("bigint", Seat::conversationId)
          .column("bigint", Seat::user)
          .read(this::remember);
    }
  }

  private Seat seatOf(Command command) {
    return new Seat(locked.get(command.conversation()).id(), command.sender().id());
  }

  private void remember(ResultSet row) throws SQLException {
    String role = row.getString("role");
    roomNames.put(row.getLong("conversation_id"), row.getString("name"));
    Seat seat = new Seat(row.getLong("conversation_id"), new UserId(row.getLong("user_id")));
    new RoomRules(
            Visibility.parse(row.getString("visibility")),
            Posters.parse(row.getString("who_may_post")),
            row.getBoolean("archived"))
        .refusalOfPostBy(role == null ? null : Role.parse(role))
        .ifPresent(code -> refusals.put(seat, code));
  }

  private ErrorCode refusal(Command command, Long conversationId) {
    UserId sender = command.sender().id();
    return switch (command.conversation()) {
      case ConversationId.Global global -> null;
      case ConversationId.Direct direct ->
          conversationId == null || !direct.isBetween(sender) ? ErrorCode.NOT_FOUND : null;
      case ConversationId.Room room ->
          conversationId == null
              ? ErrorCode.NOT_FOUND
              : refusals.get(new Seat(conversationId, sender));
      case ConversationId.Inbox inbox ->
          inbox.owner().equals(sender) ? ErrorCode.NOT_ALLOWED : ErrorCode.NOT_FOUND;
    };
  }
}
