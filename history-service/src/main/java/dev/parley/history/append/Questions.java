package dev.parley.history.append;

import dev.parley.history.ledger.IdempotencyKey;
import dev.parley.history.ledger.Place;
import dev.parley.history.ledger.Reaction;
import dev.parley.history.ledger.Seat;
import dev.parley.name.RoomName;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What must be read to decide the commands of a transaction. */
final class Questions {

  final Set<IdempotencyKey> keys = new LinkedHashSet<>();
  final Set<UserId> users = new LinkedHashSet<>();
  final Set<Seat> seats = new LinkedHashSet<>();
  final Set<Place> targets = new LinkedHashSet<>();
  final Set<Reaction> reactions = new LinkedHashSet<>();
  final Set<RoomName> names = new LinkedHashSet<>();

  /** Who asks for a name, so that names of their private rooms are looked at too. */
  final Set<UserId> naming = new HashSet<>();

  /** Rooms whose members change, so that they must be counted. */
  final Set<ConversationId> countedRooms = new HashSet<>();

  /** Rooms that may be called again what they were called, opened or seen by all. */
  final Set<ConversationId> reopenedRooms = new HashSet<>();

  final Set<ConversationId> pinned = new HashSet<>();
  final Set<UserId> arriving = new HashSet<>();
  final Set<UserId> editors = new HashSet<>();
  int newRooms;

  Questions(Collection<Command> commands) {
    commands.forEach(this::add);
  }

  private void add(Command command) {
    UserId sender = command.sender().id();
    IdempotencyKey key = IdempotencyKey.of(command);
    if (key != null) {
      keys.add(key);
    }
    users.add(sender);
    if (command.conversation() != null) {
      seats.add(new Seat(command.conversation(), sender));
    }
    switch (command.act()) {
      case Act.Post post -> {}
      case Act.Edit edit -> {
        target(command, edit.target());
        editors.add(sender);
      }
      case Act.Delete delete -> target(command, delete.target());
      case Act.React react ->
          reactions.add(new Reaction(target(command, react.target()), react.emoji(), sender));
      case Act.Pin pin -> target(command, pin.target());
      case Act.CreateRoom create -> {
        newRooms++;
        name(create.name());
        naming.add(sender);
        arriving.add(sender);
        create.members().stream().map(User::id).forEach(this::arrival);
      }
      case Act.Join join -> {
        arriving.add(sender);
        countedRooms.add(command.conversation());
      }
      case Act.Leave leave -> {
        countedRooms.add(command.conversation());
        if (leave.successor() != null) {
          member(command, leave.successor());
        }
      }
      case Act.AddMember add -> {
        member(command, add.user().id());
        arrival(add.user().id());
      }
      case Act.RemoveMember remove -> member(command, remove.user());
      case Act.Ban ban -> member(command, ban.user().id());
      case Act.Unban unban -> member(command, unban.user());
      case Act.ChangeRole change -> member(command, change.user());
      case Act.ChangeRoom change -> {
        name(change.name());
        naming.add(sender);
        reopenedRooms.add(command.conversation());
      }
      case Act.ChangeSettings settings -> {}
    }
    if (command.act() instanceof Act.Pin || command.act() instanceof Act.Delete) {
      pinned.add(command.conversation());
    }
  }

  private Place target(Command command, Sequence seq) {
    Place place = new Place(command.conversation(), seq);
    targets.add(place);
    return place;
  }

  private void member(Command command, UserId user) {
    users.add(user);
    seats.add(new Seat(command.conversation(), user));
    countedRooms.add(command.conversation());
  }

  private void arrival(UserId user) {
    users.add(user);
    arriving.add(user);
  }

  /** A name that no room may have need not be looked for. */
  private void name(String asked) {
    try {
      if (asked != null) {
        names.add(RoomName.of(asked));
      }
    } catch (ParleyException refusedLater) {
      // The decision says what is wrong with it.
    }
  }
}
