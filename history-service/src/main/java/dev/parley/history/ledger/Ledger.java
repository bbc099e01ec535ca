package dev.parley.history.ledger;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.append.Receipt;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a transaction knows of the conversations that it has locked, and what it will write. One
 * thread uses it.
 */
public final class Ledger {

  private final Instant now;
  private final Map<ConversationId, Log> logs = new LinkedHashMap<>();
  private final Deque<Log> newRooms = new ArrayDeque<>();
  private final Map<IdempotencyKey, Receipt.Duplicate> done = new HashMap<>();
  private final Map<UserId, Account> accounts = new HashMap<>();
  private final Tracked<ConversationId, Room> rooms = new Tracked<>();
  private final Tracked<Seat, Member> members = new Tracked<>();
  private final Tracked<Seat, Ban> bans = new Tracked<>();
  private final Tracked<Place, Message> messages = new Tracked<>();
  private final Tracked<Reaction, Sequence> reactions = new Tracked<>();
  private final Tracked<Place, Sequence> pins = new Tracked<>();
  private final Map<Place, Map<Emoji, Integer>> usersByEmoji = new HashMap<>();
  private final TakenNames takenNames = new TakenNames();
  private final Counts<ConversationId> owners = new Counts<>();
  private final Counts<ConversationId> membersOf = new Counts<>();
  private final Counts<UserId> roomsOf = new Counts<>();
  private final Counts<ConversationId> pinsOf = new Counts<>();
  private final Counts<UserId> recentEdits = new Counts<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Revision> revisions = new ArrayList<>();
  private final Set<Place> erased = new HashSet<>();
  private final Map<Seat, Sequence> readMarks = new LinkedHashMap<>();

  /**
   * @param now of the database's clock, read under the locks
   */
  public Ledger(Instant now) {
    this.now = now;
  }

  public Instant now() {
    return now;
  }

  public void load(ConversationId conversation, long row, long lastSeq) {
    logs.put(conversation, new Log(conversation, row, lastSeq, false));
  }

  /** For a room that a command may create. */
  public void loadNewRoom(long roomId, long row) {
    newRooms.add(new Log(new ConversationId.Room(roomId), row, 0, true));
  }

  public void loadDone(IdempotencyKey key, Receipt.Duplicate receipt) {
    done.put(key, receipt);
  }

  public void load(Account account) {
    accounts.put(account.user().id(), account);
  }

  /** How many users have reacted with this emoji. */
  public void loadEmoji(Place target, Emoji emoji, int users) {
    usersByEmoji.computeIfAbsent(target, any -> new HashMap<>()).put(emoji, users);
  }

  /** Null where it was not locked, because it does not exist. */
  Log log(ConversationId conversation) {
    return logs.get(conversation);
  }

  Log createRoom() {
    Log log = newRooms.remove();
    logs.put(log.conversation(), log);
    return log;
  }

  /** Null where the command was not done before. */
  Receipt.Duplicate done(IdempotencyKey key) {
    return key == null ? null : done.get(key);
  }

  /** Null where nobody has this id. */
  Account account(UserId id) {
    return accounts.get(id);
  }

  User user(UserId id) {
    return accounts.get(id).user();
  }

  Map<Emoji, Integer> usersByEmoji(Place target) {
    return usersByEmoji.computeIfAbsent(target, any -> new HashMap<>());
  }

  public TakenNames takenNames() {
    return takenNames;
  }

  void seat(Seat seat, Member member) {
    Member before = members.get(seat);
    owners.add(seat.conversation(), ownership(seat, member) - ownership(seat, before));
    if (before == null) {
      membersOf.add(seat.conversation(), 1);
      roomsOf.add(seat.user(), 1);
    }
    members.put(seat, member);
  }

  void unseat(Seat seat) {
    owners.add(seat.conversation(), -ownership(seat, members.get(seat)));
    membersOf.add(seat.conversation(), -1);
    roomsOf.add(seat.user(), -1);
    members.remove(seat);
  }

  private int ownership(Seat seat, Member member) {
    return member != null && member.isOwner() && account(seat.user()).isActive() ? 1 : 0;
  }

  boolean isOnlyOwner(Seat seat) {
    return ownership(seat, members.get(seat)) == 1 && owners.of(seat.conversation()) == 1;
  }

  void append(Change change) {
    changes.add(change);
  }

  void keep(Revision revision) {
    revisions.add(revision);
  }

  /** Nothing of what was said there may stay. */
  void erase(Place place) {
    erased.add(place);
    revisions.removeIf(revision -> revision.message().equals(place));
    if (pins.has(place)) {
      pins.remove(place);
      pinsOf.add(place.conversation(), -1);
    }
  }

  void markRead(Seat seat, Sequence seq) {
    readMarks.put(seat, seq);
  }

  public Collection<Log> logs() {
    return logs.values();
  }

  public Tracked<ConversationId, Room> rooms() {
    return rooms;
  }

  public Tracked<Seat, Member> members() {
    return members;
  }

  public Tracked<Seat, Ban> bans() {
    return bans;
  }

  public Tracked<Place, Message> messages() {
    return messages;
  }

  public Tracked<Reaction, Sequence> reactions() {
    return reactions;
  }

  public Tracked<Place, Sequence> pins() {
    return pins;
  }

  /** Without those whose accounts are not active: they could not manage a room. */
  public Counts<ConversationId> owners() {
    return owners;
  }

  public Counts<ConversationId> membersOf() {
    return membersOf;
  }

  public Counts<UserId> roomsOf() {
    return roomsOf;
  }

  public Counts<ConversationId> pinsOf() {
    return pinsOf;
  }

  public Counts<UserId> recentEdits() {
    return recentEdits;
  }

  public List<Change> changes() {
    return changes;
  }

  public List<Revision> revisions() {
    return revisions;
  }

  public Set<Place> erased() {
    return erased;
  }

  public Map<Seat, Sequence> readMarks() {
    return readMarks;
  }
}
