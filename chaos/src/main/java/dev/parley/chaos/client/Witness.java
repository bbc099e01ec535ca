package dev.parley.chaos.client;

import dev.parley.chaos.evidence.ClientEvent;
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

  /** Stands for what the server must never send. */
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

  /** The predecessor's page shows it above; the checks are about what comes live. */
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
      case ServerFrame.Resumed resumed ->
          journal.add(
              new ClientEvent.Resumed(
                  at,
                  connection,
                  Texts.once(resumed.conversation()),
                  resumed.lastSeq(),
                  resumed.complete()));
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
    if (frame.event() instanceof Event.Posted posted) {
      journal.add(
          new ClientEvent.Delivered(
              surroundings.clock().at(nanos),
              connection,
              Texts.once(frame.conversation()),
              frame.seq(),
              Texts.once(frame.sender()),
              Texts.once(posted.content()),
              paged));
    }
  }

  @Override
  public void sent(int connection, long nanos, ClientFrame frame, boolean again) {
    long at = surroundings.clock().at(nanos);
    switch (frame) {
      case Command.Chat chat ->
          journal.add(sent(at, connection, chat.clientId(), chat.content(), again));
      case Command.Post post ->
          journal.add(sent(at, connection, post.clientId(), post.content(), again));
      case Command other -> {}
      case ClientFrame.Ephemeral any -> {}
    }
  }

  private static ClientEvent sent(
      long at, int connection, String clientId, String content, boolean again) {
    return new ClientEvent.Sent(at, connection, Texts.once(clientId), Texts.once(content), again);
  }

  @Override
  public void closed(int connection, ClosedSocket how) {
    journal.add(new ClientEvent.Closed(surroundings.clock().now(), connection, how.code()));
    if (ChatClient.isFinal(how.code())) {
      device.rejected(login, how.code() == SESSION_NOT_VALID);
    }
  }
}
