package dev.parley.gateway.conversation;

import dev.parley.gateway.connection.Connection;
import dev.parley.gateway.connection.Connections;
import dev.parley.gateway.firstprotocol.FirstProtocol;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Kind;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.relay.RelayedEvent;
import dev.parley.tracing.MessageTracer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The conversations of which somebody here is a member. One begins where the history service said
 * that it stood, when its first local member connects, and ends with the last one's last
 * connection. Thread-safe; nothing here blocks.
 *
 * <p>Locks are taken in the order user, conversation, order; never two users at once.
 */
@Singleton
public class Conversations {

  private final Map<ConversationId, Conversation> byId = new ConcurrentHashMap<>();
  private final Map<UserId, LocalUser> users = new ConcurrentHashMap<>();
  private final Connections connections;
  private final RecentEvents recent;
  private final FirstProtocol firstProtocol;
  private final Progress progress;
  private final Repair repair;
  private final FirstLook firstLook;
  private final Followers followers;
  private final Instance<Newcomers> newcomers;
  private final MessageTracer tracer;

  Conversations(
      Connections connections,
      RecentEvents recent,
      FirstProtocol firstProtocol,
      Progress progress,
      Repair repair,
      FirstLook firstLook,
      Followers followers,
      Instance<Newcomers> newcomers,
      MessageTracer tracer) {
    this.connections = connections;
    this.recent = recent;
    this.firstProtocol = firstProtocol;
    this.progress = progress;
    this.repair = repair;
    this.firstLook = firstLook;
    this.followers = followers;
    this.newcomers = newcomers;
    this.tracer = tracer;
  }

  /** A connection of this user has opened; its conversations are being looked up. */
  public void expect(UserId user) {
    users.computeIfAbsent(user, any -> new LocalUser());
  }

  /**
   * These are the conversations of a connection's user. The connection enters them by itself.
   *
   * @param complete whether there are no others
   */
  public void join(Connection connection, Collection<ConversationEntry> entries, boolean complete) {
    local(connection.userId())
        .ifPresent(
            local -> {
              synchronized (local) {
                local.setComplete(complete);
              }
            });
    entries.forEach(entry -> join(connection, entry));
  }

  /** The same of one. Empty if the user has no connection any more. */
  public Optional<Conversation> join(Connection connection, ConversationEntry entry) {
    UserId user = connection.userId();
    Optional<Joined> joined = joinEntry(user, entry);
    if (joined.isPresent() && joined.get().anew() && entry.kind() == Kind.DIRECT) {
      tell(
          connections.of(user).stream().filter(other -> other != connection),
          joined.get().conversation(),
          entry.lastSeq().next());
    }
    return joined.map(Joined::conversation);
  }

  /** A room of which this user has become a member. Empty if they have no connection any more. */
  public Optional<Conversation> join(UserId user, ConversationEntry room) {
    return joinEntry(user, room).map(Joined::conversation);
  }

  /** That there is more is known before anybody asks whether the user has {@link #left}. */
  private Optional<Joined> joinEntry(UserId user, ConversationEntry entry) {
    Optional<Conversation> known = find(entry.conversation());
    known.ifPresent(it -> committed(it, entry.lastSeq()));
    Optional<Joined> joined = join(user, entry.conversation(), entry.lastSeq());
    joined.ifPresent(it -> committed(it.conversation(), entry.lastSeq()));
    if (known.isEmpty() && joined.isPresent()) {
      firstLook.at(joined.get().conversation());
      tellOther(user, joined.get().conversation(), entry.lastSeq().next());
    }
    return joined;
  }

  /**
   * @param anew whether the user was no member here before
   */
  private record Joined(Conversation conversation, boolean anew) {}

  private Optional<Joined> join(UserId user, ConversationId id, Sequence start) {
    Optional<LocalUser> found = local(user);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    LocalUser local = found.get();
    synchronized (local) {
      if (local.isGone()) {
        return Optional.empty();
      }
      Conversation known = byId.get(id);
      if (known != null && local.has(known)) {
        return Optional.of(new Joined(known, false));
      }
      Conversation joined = retained(id, start);
      local.add(joined);
      return Optional.of(new Joined(joined, true));
    }
  }

  private Conversation retained(ConversationId id, Sequence start) {
    return byId.compute(
        id,
        (any, known) -> {
          Conversation conversation = known == null ? begin(id, start) : known;
          conversation.retain();
          return conversation;
        });
  }

  private Conversation begin(ConversationId id, Sequence start) {
    return new Conversation(
        id,
        start,
        connections,
        recent,
        firstProtocol,
        progress,
        tracer,
        event -> follow(id, event));
  }

  private void follow(ConversationId id, RelayedEvent event) {
    followers.follow(id, event, this);
  }

  private Optional<LocalUser> local(UserId user) {
    return Optional.ofNullable(users.get(user));
  }

  /** The other user of a direct conversation may have been greeted before it began. */
  private void tellOther(UserId user, Conversation conversation, Sequence firstTold) {
    if (conversation.id() instanceof ConversationId.Direct direct) {
      joinIfLocal(direct.other(user), conversation.id(), firstTold);
    }
  }

  private void joinIfLocal(UserId user, ConversationId id, Sequence firstTold) {
    join(user, id, firstTold.previous())
        .filter(Joined::anew)
        .ifPresent(joined -> tell(connections.of(user).stream(), joined.conversation(), firstTold));
  }

  private void tell(Stream<Connection> entering, Conversation conversation, Sequence firstTold) {
    entering.forEach(connection -> newcomers.get().began(connection, conversation, firstTold));
  }

  /** Whether this user was told of all conversations that there were. */
  public boolean knowsAll(UserId user) {
    return local(user)
        .map(
            local -> {
              synchronized (local) {
                return local.isComplete();
              }
            })
        .orElse(false);
  }

  /** Empty where nobody here is a member. */
  public Optional<Conversation> find(ConversationId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Of those that exist here at this moment. */
  public List<Conversation> all() {
    return List.copyOf(byId.values());
  }

  /** Events of one conversation, in any order, some of them perhaps for the second time. */
  public void accept(ConversationId id, List<RelayedEvent> events) {
    Sequence first = events.stream().map(RelayedEvent::seq).min(Sequence::compareTo).orElseThrow();
    concerned(id, first)
        .ifPresent(
            conversation -> {
              conversation.order().accept(events);
              repair.ifMissing(conversation.order());
            });
  }

  /** A conversation was found to go so far; its events may have come here or not. */
  public void committed(ConversationId id, Sequence last) {
    find(id).ifPresent(conversation -> committed(conversation, last));
  }

  private void committed(Conversation conversation, Sequence last) {
    conversation.order().committed(last);
    repair.ifMissing(conversation.order());
  }

  /** The feed tells of these events, once. */
  public void told(ConversationId id, Sequence from, Sequence to) {
    concerned(id, from).ifPresent(conversation -> committed(conversation, to));
  }

  /**
   * A direct conversation is announced by nothing but its first event: it begins here if one of its
   * two users is here. Members of rooms learn of them by their inbox.
   */
  private Optional<Conversation> concerned(ConversationId id, Sequence firstTold) {
    Optional<Conversation> known = find(id);
    if (known.isPresent() || !(id instanceof ConversationId.Direct direct)) {
      return known;
    }
    Stream.of(direct.low(), direct.high())
        .distinct()
        .filter(users::containsKey)
        .forEach(user -> joinIfLocal(user, id, firstTold));
    return find(id);
  }

  /** A connection of this user has closed, and is no longer among {@link Connections}. */
  public void forget(UserId user) {
    local(user)
        .ifPresent(
            local -> {
              synchronized (local) {
                if (!connections.isLocal(user)) {
                  users.remove(user, local);
                  List.of(local.leaveAll()).forEach(this::release);
                }
              }
            });
  }

  /**
   * The user left this conversation, unless they have come back. Returns false if that cannot be
   * told yet: what is known to exist, and is not here, may be their return, and whoever heard of it
   * counts on their membership.
   */
  boolean left(UserId user, Conversation conversation) {
    return local(user)
        .map(
            local -> {
              synchronized (local) {
                if (!conversation.hasLeft(user)) {
                  return true;
                }
                if (conversation.order().missing().isPresent()) {
                  return false;
                }
                if (local.remove(conversation)) {
                  release(conversation);
                }
                return true;
              }
            })
        .orElse(true);
  }

  private void release(Conversation conversation) {
    byId.computeIfPresent(
        conversation.id(),
        (any, known) -> {
          if (known == conversation && known.release()) {
            known.end();
            return null;
          }
          return known;
        });
  }

  /** All data was reset: what was known is of another log. */
  void clear() {
    new ArrayList<>(users.keySet())
        .forEach(
            user ->
                local(user)
                    .ifPresent(
                        local -> {
                          synchronized (local) {
                            List.of(local.leaveAll()).forEach(this::release);
                            users.put(user, new LocalUser());
                          }
                        }));
  }
}
