package dev.parley.chaos.run;

import dev.parley.chaos.client.Account;
import dev.parley.chaos.client.Device;
import dev.parley.chaos.evidence.ClientLog;
import dev.parley.client.frame.Command;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What users do besides talking to everybody and to each other: they talk in rooms, join and leave
 * them, edit, delete, react and pin.
 */
final class Deeds implements AutoCloseable {

  private static final List<String> EMOJI = List.of("👍", "🎉", "❤️");
  private static final int OUT_OF = 100;
  private static final int COMINGS = 14;
  private static final int TALK = 55;
  private static final int EDITS = 67;
  private static final int DELETIONS = 75;
  private static final int REACTIONS = 93;

  /** Somebody tries it who was never in the room, or left it. */
  private static final double STRANGER = 0.03;

  private final Crowd crowd;
  private final Recent recent;
  private final RoomLife rooms;
  private final Random random;
  private final String run;
  private final long gapMicros;
  private final ScheduledExecutorService timer;
  private Repeating repeating;
  private int number;

  Deeds(
      Crowd crowd,
      Recent recent,
      Random random,
      String run,
      int perSecond,
      ScheduledExecutorService timer) {
    this.crowd = crowd;
    this.recent = recent;
    this.rooms = new RoomLife(crowd, random, run);
    this.random = random;
    this.run = run;
    this.gapMicros = TimeUnit.SECONDS.toMicros(1) / perSecond;
    this.timer = timer;
  }

  void begin() {
    repeating = Repeating.every(gapMicros, this::act, timer);
  }

  private void act() {
    int dice = random.nextInt(OUT_OF);
    if (dice < COMINGS) {
      rooms.act();
    } else if (dice < TALK) {
      rooms.any().ifPresent(this::talk);
    } else {
      recent.any().ifPresent(post -> actOn(post, dice));
    }
  }

  private void talk(Room room) {
    List<Device> devices =
        crowd.secondProtocolClients().stream()
            .filter(
                device ->
                    room.members().contains(device.account()) || random.nextDouble() < STRANGER)
            .toList();
    if (!devices.isEmpty()) {
      Device device = devices.get(random.nextInt(devices.size()));
      String text = text(device);
      post(device, new Command.Post(room.conversation(), text, text));
    }
  }

  private void post(Device device, Command.Post post) {
    var unused = device.perform(post).thenAccept(ack -> recent.add(device.account(), ack));
  }

  private void actOn(Recent.Post post, int dice) {
    if (dice < EDITS) {
      by(post.author()).ifPresent(device -> edit(post, device));
    } else if (dice < DELETIONS) {
      by(post.author())
          .ifPresent(
              device ->
                  perform(
                      device, new Command.Delete(post.conversation(), text(device), post.seq())));
    } else if (dice < REACTIONS) {
      reader(post).ifPresent(device -> react(post, device));
    } else {
      mayPin(post)
          .ifPresent(
              device ->
                  perform(
                      device,
                      new Command.Pin(
                          post.conversation(), text(device), post.seq(), random.nextBoolean())));
    }
  }

  private void edit(Recent.Post post, Device device) {
    String text = text(device);
    perform(device, new Command.Edit(post.conversation(), text, post.seq(), text));
  }

  private void react(Recent.Post post, Device device) {
    String emoji = EMOJI.get(random.nextInt(EMOJI.size()));
    boolean on = random.nextInt(3) > 0;
    perform(device, new Command.React(post.conversation(), text(device), post.seq(), emoji, on));
  }

  private static void perform(Device device, Command command) {
    var unused = device.perform(command);
  }

  private Optional<Device> by(Account account) {
    return any(
        crowd.secondProtocolClients().stream()
            .filter(device -> device.account().equals(account))
            .toList());
  }

  private Optional<Device> reader(Recent.Post post) {
    return any(
        crowd.secondProtocolClients().stream()
            .filter(device -> isIn(device, post.conversation()))
            .toList());
  }

  private boolean isIn(Device device, String conversation) {
    return ClientLog.isAlwaysIn(device.account().id(), conversation)
        || rooms
            .named(conversation)
            .filter(room -> room.members().contains(device.account()))
            .isPresent();
  }

  /**
   * Only the owner may in a room, both users in a direct conversation, and nobody in {@code
   * global}.
   */
  private Optional<Device> mayPin(Recent.Post post) {
    if (post.conversation().equals("global")) {
      return Optional.empty();
    }
    return rooms.named(post.conversation()).map(Room::owner).or(() -> reader(post));
  }

  private Optional<Device> any(List<Device> devices) {
    return devices.isEmpty()
        ? Optional.empty()
        : Optional.of(devices.get(random.nextInt(devices.size())));
  }

  /** A unique text, which also serves as {@code client_id}. */
  private String text(Device device) {
    return String.format(Locale.ROOT, "%s:%s:d%d", run, device.name(), ++number);
  }

  @Override
  public void close() {
    repeating.close();
  }
}
