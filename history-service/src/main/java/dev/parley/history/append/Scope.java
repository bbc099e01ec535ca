package dev.parley.history.append;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which conversations and accounts the commands of a transaction concern. */
final class Scope {

  private final Set<ConversationId> locked = new LinkedHashSet<>();
  private final Map<ConversationId, UserId> begun = new LinkedHashMap<>();
  private final Map<UserId, User> users = new HashMap<>();
  private boolean onlyPosts = true;

  Scope(Collection<Command> commands) {
    for (Command command : commands) {
      users.put(command.sender().id(), command.sender());
      if (command.act() instanceof Act.Post) {
        addPost(command);
      } else {
        onlyPosts = false;
        add(command);
      }
    }
  }

  private void addPost(Command post) {
    switch (post.conversation()) {
      case ConversationId.Direct direct -> addPost(post, direct);
      case ConversationId.Global global -> locked.add(global);
      case ConversationId.Room room -> locked.add(room);
      case ConversationId.Inbox inbox -> {}
    }
  }

  private void addPost(Command post, ConversationId.Direct direct) {
    UserId sender = post.sender().id();
    if (!direct.isBetween(sender)) {
      return;
    }
    UserId other = direct.other(sender);
    if (post.other() != null && post.other().id().equals(other)) {
      users.put(other, post.other());
    }
    locked.add(direct);
    begun.put(direct, other);
  }

  private void add(Command command) {
    if (command.conversation() != null) {
      locked.add(command.conversation());
    }
    for (UserId owner : usersToTell(command)) {
      ConversationId inbox = new ConversationId.Inbox(owner);
      locked.add(inbox);
      begun.put(inbox, owner);
    }
    for (User named : named(command.act())) {
      users.put(named.id(), named);
    }
  }

  /** Whose inboxes tell of it. */
  private static List<UserId> usersToTell(Command command) {
    UserId sender = command.sender().id();
    return switch (command.act()) {
      case Act.CreateRoom create -> {
        Set<UserId> all = new LinkedHashSet<>(Set.of(sender));
        create.members().forEach(member -> all.add(member.id()));
        yield List.copyOf(all);
      }
      case Act.Join join -> List.of(sender);
      case Act.Leave leave -> List.of(sender);
      case Act.ChangeSettings settings -> List.of(sender);
      case Act.AddMember add -> List.of(add.user().id());
      case Act.RemoveMember remove -> List.of(remove.user());
      case Act.Ban ban -> List.of(ban.user().id());
      case Act.Unban unban -> List.of();
      case Act.ChangeRole change -> List.of();
      case Act.ChangeRoom change -> List.of();
      case Act.Post post -> List.of();
      case Act.Edit edit -> List.of();
      case Act.Delete delete -> List.of();
      case Act.React react -> List.of();
      case Act.Pin pin -> List.of();
    };
  }

  private static List<User> named(Act act) {
    if (act instanceof Act.CreateRoom create) {
      return create.members();
    }
    if (act instanceof Act.AddMember add) {
      return List.of(add.user());
    }
    return act instanceof Act.Ban ban ? List.of(ban.user()) : List.of();
  }

  boolean hasOnlyPosts() {
    return onlyPosts;
  }

  Set<ConversationId> locked() {
    return locked;
  }

  /**
   * Direct conversations and inboxes that are created where they are missing, each with the user
   * whose account must exist for that.
   */
  Map<ConversationId, UserId> begun() {
    return begun;
  }

  /** With the names that the commands have for them. */
  Map<UserId, User> users() {
    return users;
  }
}
