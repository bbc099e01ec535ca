package dev.parley.gateway.services;

import dev.parley.protocol.ClientId;
import dev.parley.protocol.ConversationEntry;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Kind;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Notify;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Role;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.User;
import dev.parley.protocol.UserId;
import dev.parley.protocol.Visibility;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.AppendCommands;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Arrival;
import dev.parley.protocol.event.Departure;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.protocol.internal.FindConversations;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.ReadEvents;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.protocol.internal.ReadLastSequences;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Answers as the history service does, from memory, and can be away. */
@Path("/internal")
@Singleton
public class TestingHistory {

  private static final int LONGEST_HOLD_SECONDS = 20;

  private final Map<ConversationId, List<Event>> logs = new LinkedHashMap<>();
  private final Map<ConversationId, Set<UserId>> members = new HashMap<>();
  private final List<Event> visible = new ArrayList<>();
  private int feedAnswersToLose;
  private boolean feedHeld;
  private volatile CountDownLatch heldReads = new CountDownLatch(0);
  private volatile CountDownLatch heldFinds = new CountDownLatch(0);
  private int readsToFail;
  private boolean away;
  private int reads;
  private int questions;
  private long rooms = 100;

  public synchronized void setAway(boolean isAway) {
    this.away = isAway;
  }

  /**
   * Stores a message as if another gateway had sent it.
   *
   * @param recipient null for everybody
   */
  public Event post(User sender, User recipient, String content) {
    ConversationId conversation =
        recipient == null
            ? ConversationId.GLOBAL
            : ConversationId.between(sender.id(), recipient.id());
    return store(
        new Command(
            conversation,
            sender,
            recipient,
            null,
            null,
            new Act.Post(new MessageContent(content))));
  }

  public Event post(User sender, ConversationId conversation, String content) {
    return store(
        new Command(
            conversation, sender, null, null, null, new Act.Post(new MessageContent(content))));
  }

  private synchronized Event store(Command command) {
    EventBody body =
        switch (command.act()) {
          case Act.Post(MessageContent content) -> posted(command, content.value());
          case Act.Edit(Sequence target, MessageContent content) ->
              new EventBody.Edited(target, content.value());
          case Act.Delete(Sequence target) -> new EventBody.Deleted(target);
          case Act.React react -> new EventBody.Reacted(react.target(), react.emoji(), react.on());
          default -> throw new UnsupportedOperationException(command.act().toString());
        };
    return add(command.conversation(), command.sender(), body, command.clientId());
  }

  private EventBody posted(Command command, String content) {
    boolean room = command.conversation() instanceof ConversationId.Room;
    return new EventBody.Posted(
        content,
        command.other() == null ? null : command.other().username(),
        command.conversation() instanceof ConversationId.Global,
        room ? "ops" : null,
        new Sequence(of(command.conversation()).size() + 1L),
        false);
  }

  private Event add(ConversationId conversation, User sender, EventBody body, ClientId clientId) {
    List<Event> log = of(conversation);
    Event event =
        new Event(
            conversation, new Sequence(log.size() + 1L), sender, Instant.now(), clientId, body);
    log.add(event);
    visible.add(event);
    return event;
  }

  public void delete(User sender, ConversationId conversation, Sequence target) {
    store(new Command(conversation, sender, null, null, null, new Act.Delete(target)));
  }

  /** A room with these members, each of whom joined in their turn. */
  public synchronized ConversationId newRoom(User... users) {
    ConversationId room = new ConversationId.Room(++rooms);
    members.put(room, new HashSet<>());
    for (User user : users) {
      join(room, user);
    }
    return room;
  }

  /** Returns the {@code joined} event and the one in the user's inbox. */
  public synchronized List<Event> join(ConversationId room, User user) {
    members.get(room).add(user.id());
    Event joined = add(room, user, new EventBody.Joined(user, Arrival.JOINED, Role.MEMBER), null);
    Event added =
        add(
            new ConversationId.Inbox(user.id()),
            user,
            new EventBody.Added(entry(room), joined.seq()),
            null);
    return List.of(joined, added);
  }

  public synchronized List<Event> leave(ConversationId room, User user) {
    members.get(room).remove(user.id());
    Event left = add(room, user, new EventBody.Left(user, Departure.LEFT), null);
    Event removed =
        add(
            new ConversationId.Inbox(user.id()),
            user,
            new EventBody.Removed(room, left.seq()),
            null);
    return List.of(left, removed);
  }

  @POST
  @Path("/commands")
  public synchronized AppendCommands.Answer append(AppendCommands.Request request) {
    failWhileAway();
    List<Receipt> receipts = new ArrayList<>();
    for (Command command : request.commands()) {
      receipts.add(receipt(command));
    }
    return new AppendCommands.Answer(receipts);
  }

  private Receipt receipt(Command command) {
    Optional<Event> first = duplicateOf(command);
    if (first.isPresent()) {
      return new Receipt.Duplicate(
          first.get().conversation(), first.get().seq(), first.get().timestamp());
    }
    if (!isMember(command.conversation(), command.sender().id())) {
      return new Receipt.Refused(ErrorCode.NOT_FOUND, null);
    }
    Event event = store(command);
    return new Receipt.Stored(
        event.conversation(),
        event.seq(),
        event.timestamp(),
        isPlain(command) ? List.of() : List.of(event));
  }

  private static boolean isPlain(Command command) {
    return command.act() instanceof Act.Post
        && !(command.conversation() instanceof ConversationId.Room);
  }

  private Optional<Event> duplicateOf(Command command) {
    return of(command.conversation()).stream()
        .filter(stored -> command.clientId() != null)
        .filter(stored -> command.clientId().equals(stored.clientId()))
        .filter(stored -> command.sender().equals(stored.sender()))
        .findFirst();
  }

  private boolean isMember(ConversationId conversation, UserId user) {
    return switch (conversation) {
      case ConversationId.Global global -> true;
      case ConversationId.Direct direct -> direct.isBetween(user);
      case ConversationId.Room room -> members.getOrDefault(room, Set.of()).contains(user);
      case ConversationId.Inbox(UserId owner) -> owner.equals(user);
    };
  }

  /** On a worker thread: it may be held up. */
  @POST
  @Path("/events/read")
  @Blocking
  public ReadEvents.Answer read(ReadEvents.Request request) throws InterruptedException {
    await(heldReads);
    return readNow(request);
  }

  private static void await(CountDownLatch held) throws InterruptedException {
    if (!held.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS)) {
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
  }

  private synchronized ReadEvents.Answer readNow(ReadEvents.Request request) {
    failWhileAway();
    if (readsToFail > 0) {
      readsToFail--;
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
    reads++;
    return new ReadEvents.Answer(
        request.ranges().stream()
            .map(range -> new ReadEvents.Found(range, new Sequence(1), eventsIn(range)))
            .toList());
  }

  /** Whoever reads events gets no answer until {@link #releaseReads}. */
  public void holdReads() {
    heldReads = new CountDownLatch(1);
  }

  public void releaseReads() {
    heldReads.countDown();
  }

  /** Whoever asks for a single conversation gets no answer until {@link #releaseFinds}. */
  public void holdFinds() {
    heldFinds = new CountDownLatch(1);
  }

  public void releaseFinds() {
    heldFinds.countDown();
  }

  /** So many requests to read events are answered by 503. */
  public synchronized void failReads(int count) {
    readsToFail = count;
  }

  private List<Event> eventsIn(ReadEvents.Range range) {
    return of(range.conversation()).stream()
        .filter(event -> !range.from().isAfter(event.seq()))
        .filter(event -> !event.seq().isAfter(range.to()))
        .map(this::asItStandsNow)
        .toList();
  }

  private Event asItStandsNow(Event event) {
    boolean deleted =
        of(event.conversation()).stream()
            .anyMatch(
                other ->
                    other.body() instanceof EventBody.Deleted(Sequence target)
                        && target.equals(event.seq()));
    return deleted && event.body() instanceof EventBody.Posted posted
        ? new Event(
            event.conversation(),
            event.seq(),
            event.sender(),
            event.timestamp(),
            event.clientId(),
            new EventBody.Posted(
                "", posted.recipient(), posted.isGlobal(), posted.room(), event.seq(), true))
        : event;
  }

  /** How many requests to read events there were. */
  public synchronized int reads() {
    return reads;
  }

  /** How many requests of any kind there were, but for appends and the feed. */
  public synchronized int questions() {
    return questions + reads;
  }

  @POST
  @Path("/conversations/list")
  public synchronized ListConversations.Answer conversations(ListConversations.Request request) {
    failWhileAway();
    questions++;
    of(ConversationId.GLOBAL);
    request.userIds().forEach(user -> of(new ConversationId.Inbox(user)));
    return new ListConversations.Answer(
        "epoch-1",
        request.userIds().stream().collect(Collectors.toMap(UserId::toString, this::entries)));
  }

  private List<ConversationEntry> entries(UserId user) {
    return logs.keySet().stream()
        .filter(conversation -> isMember(conversation, user))
        .map(this::entry)
        .toList();
  }

  private ConversationEntry entry(ConversationId conversation) {
    boolean room = conversation instanceof ConversationId.Room;
    return new ConversationEntry(
        conversation,
        Kind.of(conversation),
        room ? "ops" : null,
        null,
        Role.MEMBER,
        new Sequence(1),
        new Sequence(of(conversation).size()),
        Sequence.NONE,
        0,
        0,
        Notify.ALL,
        null,
        false,
        room ? Visibility.PRIVATE : null);
  }

  /** On a worker thread: it may be held up. */
  @POST
  @Path("/conversations/find")
  @Blocking
  public FindConversations.Answer find(FindConversations.Request request)
      throws InterruptedException {
    FindConversations.Answer answer = findNow(request);
    await(heldFinds);
    return answer;
  }

  private synchronized FindConversations.Answer findNow(FindConversations.Request request) {
    failWhileAway();
    questions++;
    return new FindConversations.Answer(
        request.asked().stream()
            .filter(asked -> logs.containsKey(asked.conversation()))
            .filter(asked -> isMember(asked.conversation(), asked.userId()))
            .map(asked -> new FindConversations.Found(asked.userId(), entry(asked.conversation())))
            .toList());
  }

  @POST
  @Path("/conversations/last")
  public synchronized ReadLastSequences.Answer last(ReadLastSequences.Request request) {
    failWhileAway();
    questions++;
    return new ReadLastSequences.Answer(
        request.conversations().stream()
            .collect(
                Collectors.toMap(
                    ConversationId::toString,
                    conversation -> new Sequence(of(conversation).size()))));
  }

  /** Each event once, as the real one does: a cursor counts the events that were told. */
  @GET
  @Path("/feed")
  public synchronized ReadFeed.Answer feed(@QueryParam("after") String after) {
    failWhileAway();
    int from = after == null ? visible.size() : Integer.parseInt(after);
    List<ReadFeed.Range> told =
        visible.subList(from, visible.size()).stream()
            .map(event -> new ReadFeed.Range(event.conversation(), event.seq(), event.seq()))
            .toList();
    if (feedHeld) {
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
    if (feedAnswersToLose > 0 && !told.isEmpty()) {
      feedAnswersToLose--;
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
    return new ReadFeed.Answer(Integer.toString(visible.size()), after != null, true, told);
  }

  /** The feed is not answered until {@link #releaseFeed}. */
  public synchronized void holdFeed() {
    feedHeld = true;
  }

  public synchronized void releaseFeed() {
    feedHeld = false;
  }

  /** As if so many answers of the feed that tell something were lost on their way. */
  public synchronized void loseFeedAnswers(int count) {
    feedAnswersToLose = count;
  }

  private List<Event> of(ConversationId conversation) {
    return logs.computeIfAbsent(conversation, any -> new ArrayList<>());
  }

  private void failWhileAway() {
    if (away) {
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
  }
}
