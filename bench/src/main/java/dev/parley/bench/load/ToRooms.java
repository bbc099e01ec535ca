package dev.parley.bench.load;

import dev.parley.bench.client.ChatMessage;
import dev.parley.bench.client.Client;
import dev.parley.bench.client.Crowd;
import dev.parley.bench.server.RoomPlan;
import java.util.List;
import java.util.Random;

/** Random members send to random rooms. Every run draws the same ones. */
public final class ToRooms implements Sending {

  private static final long SEED = 1;

  private final List<Client> clients;
  private final RoomPlan plan;
  private final Random random = new Random(SEED);
  private final ChatMessage message = ChatMessage.toRoom();

  public ToRooms(Crowd crowd, RoomPlan plan) {
    this.clients = crowd.clients();
    this.plan = plan;
  }

  @Override
  public Client send(long at) {
    int room = random.nextInt(plan.rooms());
    Client sender = clients.get(plan.member(room, random.nextInt(plan.members())));
    sender.write(message.fillRoom(at, sender.number(), plan.idOf(room)));
    return sender;
  }

  @Override
  public Iterable<Client> senders() {
    return clients;
  }
}
