package dev.parley.history.append;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parley.history.Frames;
import dev.parley.history.TestingAccounts;
import dev.parley.history.TestingGateway;
import dev.parley.history.TestingUser;
import dev.parley.protocol.ConversationId;
import dev.parley.protocol.Emoji;
import dev.parley.protocol.MessageContent;
import dev.parley.protocol.Sequence;
import dev.parley.protocol.append.Act;
import dev.parley.protocol.append.Command;
import dev.parley.protocol.append.Receipt;
import dev.parley.protocol.event.Event;
import dev.parley.protocol.event.EventBody;
import dev.parley.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deleting erases: no column of the schema has the text afterwards. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ErasureTest {

  private static final String COLUMNS =
      """
      SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'history' AND data_type IN ('text', 'jsonb', 'character varying')
      """;

  @Inject TestingGateway gateway;
  @Inject TestingAccounts accounts;
  @Inject DataSource dataSource;

  private final String secret = "secret-" + UUID.randomUUID();
  private TestingUser ada;
  private TestingUser bob;
  private ConversationId conversation;

  @BeforeEach
  void aMessageWithAllThatHangsOnIt() {
    ada = accounts.open("ada");
    bob = accounts.open("bob");
    conversation = ada.with(bob);
    gateway.append(ada.to(bob, secret + " one"));
    gateway.append(
        ada.does(conversation, edit(secret + " two")),
        bob.does(conversation, new Act.React(new Sequence(1), new Emoji("👍"), true)),
        bob.does(conversation, new Act.Pin(new Sequence(1), true)));
    gateway.append(ada.does(conversation, edit(secret + " three")));
  }

  private static Act edit(String content) {
    return new Act.Edit(new Sequence(1), new MessageContent(content));
  }

  @Test
  void theTextIsFoundUntilItIsDeletedAndNowhereAfterwards() throws SQLException {
    assertEquals(List.of("messages.content", "revisions.content"), columnsWithTheSecret());
    gateway.append(ada.does(conversation, new Act.Delete(new Sequence(1))));
    assertEquals(List.of(), columnsWithTheSecret());
    assertEquals(0, count("revisions"));
    assertEquals(0, count("reactions"));
    assertEquals(0, count("pins"));
  }

  @Test
  void storageShowsTheCurrentState() {
    assertEquals(
        List.of(
            new EventBody.Posted(
                secret + " three", bob.user().username(), false, null, new Sequence(5), false),
            new EventBody.Edited(new Sequence(1), null),
            new EventBody.Reacted(new Sequence(1), new Emoji("👍"), true),
            new EventBody.Pinned(new Sequence(1), true),
            new EventBody.Edited(new Sequence(1), secret + " three")),
        Frames.bodies(gateway.read(conversation, 1, 500)));
    gateway.append(ada.does(conversation, new Act.Delete(new Sequence(1))));
    List<Event> events = gateway.read(conversation, 1, 500);
    assertFalse(events.toString().contains(secret));
    assertEquals(
        new EventBody.Posted("", bob.user().username(), false, null, new Sequence(5), true),
        events.getFirst().body());
    assertEquals(new EventBody.Deleted(new Sequence(1)), events.getLast().body());
  }

  @Test
  void listsOfTheFirstProtocolShowTheNewestTextAndNoDeletedMessage() {
    assertEquals(List.of(secret + " three"), ofTheFirstProtocol());
    gateway.append(ada.does(conversation, new Act.Delete(new Sequence(1))), ada.to(bob, "next"));
    assertEquals(List.of("next"), ofTheFirstProtocol());
  }

  private List<String> ofTheFirstProtocol() {
    return bob.get("/messages/direct/{u}", ada.user().username())
        .statusCode(200)
        .extract()
        .path("content");
  }

  @Test
  void aDeletedMessageIsNotUnread() {
    assertEquals(1, gateway.entryOf(bob, conversation).unread());
    gateway.append(ada.does(conversation, new Act.Delete(new Sequence(1))));
    assertEquals(0, gateway.entryOf(bob, conversation).unread());
    assertEquals(new Sequence(6), gateway.entryOf(bob, conversation).lastSeq());
  }

  @Test
  void whatChangesNothingTakesNoSequence() {
    assertUnchanged(bob.does(conversation, new Act.React(new Sequence(1), new Emoji("👍"), true)));
    assertUnchanged(bob.does(conversation, new Act.Pin(new Sequence(1), true)));
    assertUnchanged(ada.does(conversation, edit(secret + " three")));
    gateway.append(ada.does(conversation, new Act.Delete(new Sequence(1))));
    long last = gateway.lastSequences(conversation).get(conversation.toString()).value();
    assertEquals(6, last);
    gateway.append(ada.does(conversation, new Act.Delete(new Sequence(1))));
    assertEquals(6, gateway.lastSequences(conversation).get(conversation.toString()).value());
  }

  private void assertUnchanged(Command command) {
    assertEquals(new Receipt.Unchanged(conversation), gateway.append(command).getFirst());
    assertEquals(new Sequence(5), gateway.lastSequences(conversation).get(conversation.toString()));
  }

  private List<String> columnsWithTheSecret() throws SQLException {
    List<String> found = new ArrayList<>();
    for (String column : query(COLUMNS)) {
      String[] names = column.split(" ", 2);
      String sql =
          String.format(
              Locale.ROOT,
              "SELECT count(*), 1 FROM history.\"%s\" WHERE \"%s\"::text LIKE '%%%s%%'",
              names[0],
              names[1],
              secret);
      if (!query(sql).getFirst().startsWith("0 ")) {
        found.add(names[0] + "." + names[1]);
      }
    }
    return found.stream().sorted().toList();
  }

  private int count(String table) throws SQLException {
    String sql =
        String.format(
            Locale.ROOT,
            "SELECT count(*), 1 FROM history.%s WHERE conversation_id = (SELECT id FROM history.conversations WHERE name = '%s')",
            table,
            conversation);
    return Integer.parseInt(query(sql).getFirst().split(" ", 2)[0]);
  }

  /** The first two columns of each row. */
  private List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1) + " " + row.getString(2));
      }
    }
    return rows;
  }
}
