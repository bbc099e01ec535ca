package dev.parley.gateway.services;

import dev.parley.protocol.ConversationId;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.UserId;
import dev.parley.protocol.internal.AppendMessages;
import dev.parley.protocol.internal.ListConversations;
import dev.parley.protocol.internal.NewMessage;
import dev.parley.protocol.internal.ReadFeed;
import dev.parley.protocol.internal.ReadLastPlaces;
import dev.parley.protocol.internal.ReadMessages;
import dev.parley.protocol.internal.StoredMessage;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Answers as the history service does, from memory, and can be away. */
@Path("/internal")
@Singleton
public class TestingHistory {

  private static final int LONGEST_HOLD_SECONDS = 20;

  private final Map<ConversationId, List<StoredMessage>> messages = new LinkedHashMap<>();
  private final List<StoredMessage> visible = new ArrayList<>();
  private int feedAnswersToLose;
  private boolean feedHeld;
  private volatile CountDownLatch heldReads = new CountDownLatch(0);
  private int readsToFail;
  private boolean away;
  private int reads;

  public synchronized void setAway(boolean isAway) {
    this.away = isAway;
  }

  /** Stores a message as if another gateway had sent it. */
  public synchronized StoredMessage store(NewMessage message) {
    List<StoredMessage> conversation = of(message.conversation());
    StoredMessage stored =
        StoredMessage.of(message, new Sequence(conversation.size() + 1L), Instant.now());
    conversation.add(stored);
    visible.add(stored);
    return stored;
  }

  @POST
  @Path("/messages")
  public synchronized AppendMessages.Answer append(AppendMessages.Request request) {
    failWhileAway();
    List<AppendMessages.Receipt> receipts = new ArrayList<>();
    for (NewMessage message : request.messages()) {
      Optional<StoredMessage> first = duplicateOf(message);
      StoredMessage stored = first.orElseGet(() -> store(message));
      receipts.add(
          new AppendMessages.Receipt(
              stored.conversation(), stored.seq(), stored.timestamp(), first.isPresent()));
    }
    return new AppendMessages.Answer(receipts);
  }

  private Optional<StoredMessage> duplicateOf(NewMessage message) {
    return of(message.conversation()).stream()
        .filter(stored -> message.clientId() != null)
        .filter(stored -> message.clientId().equals(stored.clientId()))
        .filter(stored -> message.sender().equals(stored.sender()))
        .findFirst();
  }

  /** On a worker thread: it may be held up. */
  @POST
  @Path("/messages/read")
  @Blocking
  public ReadMessages.Answer read(ReadMessages.Request request) throws InterruptedException {
    if (!heldReads.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS)) {
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
    return readNow(request);
  }

  private synchronized ReadMessages.Answer readNow(ReadMessages.Request request) {
    failWhileAway();
    if (readsToFail > 0) {
      readsToFail--;
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
    reads++;
    return new ReadMessages.Answer(
        request.ranges().stream()
            .map(range -> new ReadMessages.Stretch(range, messagesIn(range)))
            .toList());
  }

  /** Whoever reads messages gets no answer until {@link #releaseReads}. */
  public void holdReads() {
    heldReads = new CountDownLatch(1);
  }

  public void releaseReads() {
    heldReads.countDown();
  }

  /** So many requests to read messages are answered by 503. */
  public synchronized void failReads(int count) {
    readsToFail = count;
  }

  private List<StoredMessage> messagesIn(ReadMessages.Range range) {
    return of(range.conversation()).stream()
        .filter(message -> !range.from().isAfter(message.seq()))
        .filter(message -> !message.seq().isAfter(range.to()))
        .toList();
  }

  /** How many requests to read messages there were. */
  public synchronized int reads() {
    return reads;
  }

  @POST
  @Path("/conversations/list")
  public synchronized ListConversations.Answer conversations(ListConversations.Request request) {
    failWhileAway();
    of(ConversationId.GLOBAL);
    return new ListConversations.Answer(
        request.userIds().stream().collect(Collectors.toMap(UserId::toString, this::positions)));
  }

  private List<ListConversations.Position> positions(UserId user) {
    return messages.entrySet().stream()
        .filter(entry -> entry.getKey().admits(user))
        .map(
            entry ->
                new ListConversations.Position(
                    entry.getKey(), new Sequence(entry.getValue().size()), Sequence.NONE, 0))
        .toList();
  }

  @POST
  @Path("/conversations/last")
  public synchronized ReadLastPlaces.Answer last(ReadLastPlaces.Request request) {
    failWhileAway();
    return new ReadLastPlaces.Answer(
        request.conversations().stream()
            .collect(
                Collectors.toMap(
                    ConversationId::toString,
                    conversation -> new Sequence(of(conversation).size()))));
  }

  /** Each message once, as the real one does: a cursor counts the messages that were told. */
  @GET
  @Path("/feed")
  public synchronized ReadFeed.Answer feed(@QueryParam("after") String after) {
    failWhileAway();
    int from = after == null ? visible.size() : Integer.parseInt(after);
    List<ReadFeed.Stretch> told =
        visible.subList(from, visible.size()).stream()
            .map(
                message ->
                    new ReadFeed.Stretch(message.conversation(), message.seq(), message.seq()))
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

  private List<StoredMessage> of(ConversationId conversation) {
    return messages.computeIfAbsent(conversation, any -> new ArrayList<>());
  }

  private void failWhileAway() {
    if (away) {
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
  }
}
