package dev.parley.system.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The people in the pictures, and what they talk about. Their sockets stay open: they are online.
 */
final class Cast implements AutoCloseable {

  private static final List<String> NAMES = List.of("Nora", "Emil", "Clara", "Anika", "Pavel");

  /** Who are not there at the moment. */
  private static final Set<String> AWAY = Set.of("Clara", "Pavel");

  private static final String RELEASE =
      """
      Then let's release on Thursday. It is one command by now:
      ```sh
      git pull && ./parley up
      ```
      It took 40 seconds in staging, and nobody noticed.\
      """;

  private final Map<String, TestingAccount> people = new LinkedHashMap<>();
  private final Map<String, TestingChatClient> clients = new LinkedHashMap<>();

  Cast(URI edge, URI gateway) {
    for (String name : NAMES) {
      TestingAccount person = TestingAccount.registerAs(edge, name);
      people.put(name, person);
      clients.put(name, person.secondProtocol(gateway));
    }
    talk();
    AWAY.forEach(name -> clients.get(name).close());
  }

  private void talk() {
    say("Clara", "Nora", "The slides for Monday are in the shared folder.");
    read("Nora", say("Nora", "Clara", "Thank you, they look great!"));
    say("Nora", null, "Morning! The ferry to the island leaves on Friday at 8:15. Who's coming?");
    say("Emil", null, "Me! I'll bring the good coffee ☕");
    say("Anika", null, "I'm in. Is the north trail open again after the storm?");
    say("Nora", null, "It is: https://trails.example/north-loop");
    say("Nora", null, "11 km, and there is a lake halfway, for those who like cold water.");
    say(
        "Pavel",
        null,
        "I'd love to, if we are back by six. There is a release on Friday evening …");
    say("Clara", null, RELEASE);
    say("Pavel", null, "Thursday it is. I'll bring my swimsuit, then.");
    say("Anika", null, "Best news of the day!");
    say("Emil", null, "I've booked a table for lunch at noon, right by the lake. Any allergies?");
    read("Nora", say("Nora", null, "Only to Mondays. See you all at the pier!"));
    say("Emil", "Nora", "Do you have a second rucksack for me?");
    say("Emil", "Nora", "Mine has a hole.");
  }

  /** Returns the acknowledgement. */
  private JsonNode say(String name, String to, String text) {
    TestingChatClient client = clients.get(name);
    String id = name + "-" + text.hashCode();
    client.chat(id, text, to);
    return client.await(
        frame ->
            frame.path("type").asText().equals("ack")
                && frame.path("client_id").asText().equals(id),
        "an ack of " + id);
  }

  private void read(String name, JsonNode last) {
    clients
        .get(name)
        .send(
            Map.of(
                "type", "read",
                "conversation", last.get("conversation").asText(),
                "seq", last.get("seq").asLong()));
  }

  TestingAccount nora() {
    return people.get("Nora");
  }

  /** The accounts of other tests are on the same server: the pictures leave them out. */
  void leaveOthersOut(BrowserContext context) {
    context.route(Pattern.compile("/users\\?"), this::answerWithPeople);
  }

  private void answerWithPeople(Route route) {
    try {
      JsonNode all = new ObjectMapper().readTree(route.fetch().body());
      List<JsonNode> known =
          StreamSupport.stream(all.spliterator(), false)
              .filter(user -> people.containsKey(user.get("username").asText()))
              .toList();
      route.fulfill(
          new Route.FulfillOptions()
              .setContentType("application/json")
              .setBody(new ObjectMapper().writeValueAsString(known)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    clients.values().forEach(TestingChatClient::close);
  }
}
