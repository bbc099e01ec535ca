package dev.parley.stack.aot;

import dev.parley.client.ChatClient;
import dev.parley.client.ChatListener;
import dev.parley.client.ClientOptions;
import dev.parley.client.ClientThreads;
import dev.parley.client.Destination;
import dev.parley.client.Protocol;
import dev.parley.client.frame.ClientFrame;
import dev.parley.client.frame.Command;
import dev.parley.client.http.Http;
import dev.parley.client.http.Parley;
import dev.parley.client.http.Rooms.NewRoom;
import dev.parley.client.http.Session;
import dev.parley.stack.StackException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What people do in their first minutes, so that the classes for it are loaded: they register, log
 * in, open the page, talk in global, directly and in a room, change what they said, connect again
 * and log out.
 */
public final class TrainingLoad {

  private static final int PEOPLE = 6;
  private static final int MESSAGES = 40;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** What a browser loads at the start, and a script may. */
  private static final List<String> PAGES =
      List.of("/", "/sw.js", "/manifest.webmanifest", "/health", "/nothing-here");

  private static final List<String> READ =
      List.of(
          "/me",
          "/users",
          "/users/online",
          "/sessions",
          "/conversations",
          "/rooms",
          "/conversations/global/events",
          "/conversations/global/messages",
          "/messages/global");

  private final URI address;

  /**
   * @param address of the edge of a stack that is there for nothing else
   */
  public TrainingLoad(URI address) {
    this.address = address;
  }

  /** One person with a client. */
  private record Visitor(Session session, ChatClient client) {}

  /** Blocks until it is done. Answers matter little: what refuses has its classes, too. */
  public void run() {
    Http http = Http.at(address);
    PAGES.forEach(http::get);
    try (ClientThreads threads = ClientThreads.start()) {
      List<Visitor> visitors = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        visitors.add(visitor(threads, i));
      }
      for (Visitor visitor : visitors) {
        await(visitor.client());
      }
      talk(visitors);
      for (Visitor visitor : visitors) {
        Http asMe = visitor.session().asMe();
        READ.forEach(asMe::get);
        visitor.client().drop();
      }
      for (Visitor visitor : visitors) {
        await(visitor.client());
        visitor.session().logOut();
        visitor.client().close();
      }
    }
  }

  /** The last one has a client of the first protocol. */
  private Visitor visitor(ClientThreads threads, int number) {
    String password = UUID.randomUUID().toString();
    Parley parley = Parley.at(address);
    String name = "visitor" + number;
    parley.register(name, password);
    Session session = parley.logIn(name, password);
    Protocol protocol = number == PEOPLE - 1 ? Protocol.FIRST : Protocol.SECOND;
    ChatClient client =
        new ChatClient(threads, ClientOptions.of(protocol), () -> address, new ChatListener() {});
    client.connectAs(session);
    return new Visitor(session, client);
  }

  private static void talk(List<Visitor> visitors) {
    Visitor first = visitors.getFirst();
    Visitor second = visitors.get(1);
    visitors.getLast().client().sendOnce(new ClientFrame.RequestUserList());
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      for (Visitor visitor : visitors.subList(0, PEOPLE - 1)) {
        answers.add(post(visitor, Destination.EVERYBODY));
        answers.add(post(visitor, directly(visitor, first)));
      }
    }
    awaitAll(answers);
    long target = 1;
    String global = Destination.EVERYBODY.conversation();
    awaitAll(
        List.of(
            first.client().send(new Command.Edit(global, key(), target, "Hello again")),
            second.client().send(new Command.React(global, key(), target, "👍", true)),
            second.client().send(new Command.Pin(global, key(), target, true)),
            first.client().send(new Command.Delete(global, key(), target))));
    first.client().sendOnce(new ClientFrame.Typing(global, null, true, null));
    first.client().sendOnce(new ClientFrame.Read(global, target, null));
    talkInARoom(first, second);
  }

  private static void talkInARoom(Visitor owner, Visitor guest) {
    String name =
        owner
            .session()
            .rooms()
            .create(new NewRoom(key(), "Training", "How it went", "public", List.of()))
            .conversation();
    long room = Long.parseLong(name.substring(name.indexOf('-') + 1));
    guest.session().rooms().join(room, key());
    Destination destination = Destination.room(room);
    awaitAll(List.of(post(owner, destination), post(guest, destination)));
    guest.session().asMe().get("/rooms/" + room + "/members");
    guest.session().rooms().leave(room, key());
  }

  private static Destination directly(Visitor from, Visitor to) {
    long other = to.session().user().id();
    return Destination.direct(from.session().user().id(), other, to.session().user().username());
  }

  private static CompletableFuture<?> post(Visitor from, Destination destination) {
    return from.client().send(destination.message(key(), "A message of some words, like many"));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static void await(ChatClient client) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!client.isGreeted()) {
      if (System.nanoTime() - end > 0) {
        throw new StackException("A client of the training run was not let in.");
      }
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted", e);
    }
  }

  /** However each of them ends. */
  private static void awaitAll(List<CompletableFuture<?>> answers) {
    CompletableFuture<?>[] ends =
        answers.stream()
            .map(answer -> answer.handle((result, failure) -> result))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new StackException("Messages of the training run were not answered.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted", e);
    }
  }
}
