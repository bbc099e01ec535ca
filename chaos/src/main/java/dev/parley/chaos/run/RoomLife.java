package dev.parley.chaos.run;

import dev.parley.chaos.client.Account;
import dev.parley.chaos.client.Device;
import dev.parley.client.http.RefusedException;
import dev.parley.client.http.Rooms;
import dev.parley.client.http.Session;
import dev.parley.protocol.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Makes rooms and moves users in and out: they join and leave public rooms, and owners add and
 * remove them and appoint moderators.
 */
final class RoomLife {

  private static final int MOST_ROOMS = 8;
  private static final int FIRST_ROOMS = 3;
  private static final double ANOTHER_ROOM = 0.05;

  private final Crowd crowd;
  private final Random random;
  private final String run;
  private final List<Room> rooms = new CopyOnWriteArrayList<>();
  private int begun;
  private int number;

  RoomLife(Crowd crowd, Random random, String run) {
    this.crowd = crowd;
    this.random = random;
    this.run = run;
  }

  Optional<Room> any() {
    return rooms.isEmpty()
        ? Optional.empty()
        : Optional.of(rooms.get(random.nextInt(rooms.size())));
  }

  Optional<Room> named(String conversation) {
    return rooms.stream().filter(room -> room.conversation().equals(conversation)).findFirst();
  }

  void act() {
    if (begun < FIRST_ROOMS || (begun < MOST_ROOMS && random.nextDouble() < ANOTHER_ROOM)) {
      create();
    } else {
      any().ifPresent(this::change);
    }
  }

  private void create() {
    List<Device> devices = crowd.secondProtocolClients();
    Device owner = devices.get(random.nextInt(devices.size()));
    boolean open = ++begun % 2 == 0;
    Rooms.NewRoom wanted =
        new Rooms.NewRoom(
            id(),
            String.format(Locale.ROOT, "%s room %d", run, begun),
            null,
            open ? "public" : "private",
            List.of());
    owner.request(
        wanted.clientId(),
        session ->
            rooms.add(
                Room.of(
                    Long.parseLong(
                        session.rooms().create(wanted).conversation().substring("room-".length())),
                    open,
                    owner)));
  }

  private void change(Room room) {
    Device client = crowd.clients().get(random.nextInt(crowd.clients().size()));
    Account user = client.account();
    boolean byItself = room.open() && random.nextBoolean();
    if (user.equals(room.owner().account())) {
      return;
    }
    if (!room.members().contains(user)) {
      come(room, client, byItself);
    } else if (random.nextInt(4) == 0) {
      changeRole(room, user);
    } else {
      go(room, client, byItself);
    }
  }

  private void come(Room room, Device client, boolean byItself) {
    String id = id();
    int request = number;
    (byItself ? client : room.owner())
        .request(
            id,
            session -> {
              if (byItself) {
                session.rooms().join(room.id(), id);
              } else {
                session.rooms().add(room.id(), client.account().id(), id);
              }
              room.came(client.account(), request);
            });
  }

  private void go(Room room, Device client, boolean byItself) {
    String id = id();
    room.leaves(client.account(), number);
    (byItself ? client : room.owner())
        .request(
            id,
            session -> {
              if (byItself) {
                session.rooms().leave(room.id(), id);
              } else {
                session.rooms().remove(room.id(), client.account().id(), id);
              }
              room.members().remove(client.account());
            });
  }

  private void changeRole(Room room, Account user) {
    String id = id();
    String role = random.nextBoolean() ? "moderator" : "member";
    room.owner().request(id, session -> changeRole(session, room, user, role, id));
  }

  /** Whoever is leaving at the same time may be gone by then. */
  private static void changeRole(
      Session session, Room room, Account user, String role, String clientId) {
    try {
      session.rooms().changeRole(room.id(), user.id(), role, clientId);
    } catch (RefusedException e) {
      boolean isGone =
          e.answer().status() == ErrorCode.USER_NOT_FOUND.httpStatus()
              && e.answer().code().equals(ErrorCode.USER_NOT_FOUND.code());
      if (!isGone || !room.isLeaving(user)) {
        throw e;
      }
    }
  }

  private String id() {
    return String.format(Locale.ROOT, "%s:room:%d", run, ++number);
  }
}
