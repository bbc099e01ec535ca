package dev.parley.chaos.client;

import dev.parley.chaos.evidence.ClientEvent;
import dev.parley.chaos.evidence.Posts;
import dev.parley.client.ChatClient;
import dev.parley.client.ChatListener;
import dev.parley.client.Protocol;
import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.Command;
import dev.parley.client.frame.Event;
import dev.parley.client.frame.Person;
import dev.parley.client.frame.ServerFrame;
import dev.parley.client.http.RefusedException;
import dev.parley.client.http.Session;
import dev.parley.client.socket.ClosedSocket;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes down what happens to a device. */
final class Witness implements ChatListener {

  /** Stands for a frame that the server must never send. */
  private static final String NO_JSON = "(no JSON)";

  private static final int SESSION_NOT_VALID = 4001;

  private final Device device;
  private final Protocol protocol;
  private final Surroundings surroundings;
  private final Journal journal;
  private Login login;
  private boolean greeted;

  Witness(Device device, Protocol protocol, Surroundings surroundings, Journal journal) {
    this.device = device;
    this.protocol = protocol;
    this.surroundings = surroundings;
    this.journal = journal;
  }

  @Override
  public void opened(int connection, Session session) {
    login = device.loginOf(session);
    greeted = false;
    journal.add(new ClientEvent.Opened(surroundings.clock().now(), connection, login.number()));
    if (protocol == Protocol.FIRST) {
      surroundings.threads().blocking().execute(() -> readHistory(session));
    }
  }

  /** The predecessor's page shows this as history; the checks are about live events. */
  private static void readHistory(Session session) {
    try {
      session.globalMessages();
    } catch (UncheckedIOException | RefusedException e) {
      // As the page does, which then shows none.
      return;
    }
  }

  @Override
  public void received(int connection, long nanos, ServerFrame frame) {
    long at = surroundings.clock().at(nanos);
    if (!greeted && (protocol == Protocol.FIRST || frame instanceof ServerFrame.Welcome)) {
      greeted = true;
      journal.add(new ClientEvent.Greeted(at, connection));
    }
    switch (frame) {
      case ServerFrame.Ack ack -> journal.add(acknowledged(connection, at, ack));
      case ServerFrame.Refused refused -> journal.add(refused(connection, at, refused));
      case ServerFrame.Resumed resumed -> journal.add(resumed(connection, at, resumed));
      case ServerFrame.Presence presence -> journal.add(told(connection, at, presence));
      case ServerFrame.Unreadable any ->
          journal.add(new ClientEvent.Refused(at, connection, "", NO_JSON));
      case ServerFrame.Welcome any -> {}
      case ServerFrame.Logged shownLater -> {}
      case ServerFrame.UserList any -> {}
      case ServerFrame.Typing any -> {}
      case ServerFrame.Read any -> {}
      case ServerFrame.Unread any -> {}
      case ServerFrame.Call any -> {}
      case ServerFrame.Pong any -> {}
      case ServerFrame.Unknown any -> {}
    }
  }

  private static ClientEvent acknowledged(int connection, long at, ServerFrame.Ack ack) {
    return new ClientEvent.Acknowledged(
        at,
        connection,
        Texts.once(ack.clientId()),
        Texts.once(ack.conversation()),
        ack.seq(),
        ack.duplicate());
  }

  private static ClientEvent resumed(int connection, long at, ServerFrame.Resumed resumed) {
    String conversation = Texts.once(resumed.conversation());
    return resumed.code() == null
        ? new ClientEvent.Resumed(
            at, connection, conversation, resumed.lastSeq(), resumed.complete())
        : new ClientEvent.Dropped(at, connection, conversation);
  }

  private static ClientEvent refused(int connection, long at, ServerFrame.Refused refused) {
    return new ClientEvent.Refused(
        at, connection, Texts.once(refused.clientId()), Texts.once(refused.code()));
  }

  private static ClientEvent told(int connection, long at, ServerFrame.Presence presence) {
    return new ClientEvent.PresenceTold(
        at,
        connection,
        names(presence.full() == null ? List.of() : presence.full()),
        names(presence.joined()),
        names(presence.left()));
  }

  private static Set<String> names(List<Person> people) {
    return people.stream()
        .map(person -> Texts.once(person.username()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void shown(int connection, long nanos, ServerFrame.Logged frame, boolean paged) {
    journal.add(
        new ClientEvent.Delivered(
            surroundings.clock().at(nanos),
            connection,
            Texts.once(frame.conversation()),
            frame.seq(),
            sender(frame),
            Texts.once(frame.sender()),
            slim(frame),
            paged));
  }

  /** The event was read at the end, outside the client. */
  void lookedUp(int connection, ServerFrame.Logged frame) {
    journal.add(
        new ClientEvent.LookedUp(
            surroundings.clock().now(),
            connection,
            Texts.once(frame.conversation()),
            frame.seq(),
            sender(frame),
            slim(frame)));
  }

  private static long sender(ServerFrame.Logged frame) {
    return frame.senderId() == null ? 0 : frame.senderId();
  }

  private static Event slim(ServerFrame.Logged frame) {
    return frame.event() instanceof Event.Posted posted
        ? Posts.of(
            posted.contentSeq() == null ? frame.seq() : posted.contentSeq(),
            Texts.once(posted.content()),
            posted.deleted())
        : frame.event();
  }

  @Override
  public void sent(int connection, long nanos, ClientFrame frame, boolean again) {
    long at = surroundings.clock().at(nanos);
    if (frame instanceof Command command) {
      journal.add(
          new ClientEvent.Sent(
              at,
              connection,
              Texts.once(command.clientId()),
              Texts.once(content(command)),
              again,
              command));
    }
  }

  private static String content(Command command) {
    return switch (command) {
      case Command.Chat chat -> chat.content();
      case Command.Post post -> post.content();
      case Command.Edit edit -> edit.content();
      default -> command.clientId();
    };
  }

  @Override
  public void closed(int connection, ClosedSocket how) {
    journal.add(new ClientEvent.Closed(surroundings.clock().now(), connection, how.code()));
    if (ChatClient.isFinal(how.code())) {
      device.rejected(login, how.code() == SESSION_NOT_VALID);
    }
  }
}
