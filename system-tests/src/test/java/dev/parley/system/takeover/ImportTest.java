package dev.parley.system.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.client.http.Http;
import dev.parley.stack.LocalStack;
import dev.parley.stack.StackException;
import dev.parley.stack.StackOptions;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.DatabaseAccess;
import dev.parley.testing.TestingAccount;
import dev.parley.testing.TestingChatClient;
import dev.parley.tools.password.NewPasswords;
import dev.parley.tools.predecessor.Takeover;
import dev.parley.tools.predecessor.TakeoverOptions;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first chat's file, through the import and the whole stack. */
class ImportTest {

  private static final String TABLES =
      """
      CREATE TABLE users (id INTEGER PRIMARY KEY, username VARCHAR(50) UNIQUE NOT NULL,
        password_hash VARCHAR(255) NOT NULL, created_at DATETIME, last_login DATETIME,
        is_online BOOLEAN);
      CREATE TABLE user_sessions (id INTEGER PRIMARY KEY, user_id INTEGER,
        session_token VARCHAR(255), created_at DATETIME, expires_at DATETIME, is_active BOOLEAN);
      CREATE TABLE messages (id INTEGER PRIMARY KEY, content TEXT NOT NULL, sender_id INTEGER,
        recipient_id INTEGER, is_global BOOLEAN, created_at DATETIME);
      """;

  private static final String BCRYPT =
      "$2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";

  private static final String MESSAGES =
      """
      INSERT INTO messages (content, sender_id, recipient_id, is_global, created_at) VALUES
        ('Good morning', 1, NULL, 1, '2024-05-03 10:00:00.000001'),
        ('Lunch?', 1, 2, 0, '2024-05-03 10:01:00'),
        ('Yes', 2, 1, 0, '2024-05-03 10:02:00'),
        ('Good night', 2, NULL, 1, '2024-05-03 22:00:00')
      """;

  @TempDir private Path folder;

  @Test
  void everybodyGoesOnWhereTheFirstChatEnded() throws Exception {
    DataFolder data = DataFolder.prepare(folder.resolve("data"));
    StackOptions options =
        StackOptions.defaults()
            .withPort(0)
            .withGateways(1)
            .withData(data.path())
            .withEnvironment(Map.of("PARLEY_PASSWORDS_ITERATIONS", "10000"));
    Takeover takeover = new Takeover(options.root(), data, line -> {});
    Takeover.Result result = takeover.of(firstChat(), TakeoverOptions.defaults());
    assertEquals(List.of(3L, 4L), List.of(result.users(), result.messages()));
    assertTrue(result.changes().toString().contains("user 3 \"carl\""), result.toString());
    try (LocalStack stack = LocalStack.start(options)) {
      Http http = Http.at(stack.address());
      wrongPasswordsStayWrong(http);
      TestingAccount ada = TestingAccount.logIn(http, "ada", "adas old password");
      TestingAccount bob = TestingAccount.logIn(http, "bob", "bobs pässword");
      whoHasNoPasswordGetsOne(http, data);
      messagesAreThere(ada);
      chatGoesOn(stack, ada, bob);
      TestingAccount.logIn(http, "ada", "adas old password");
    }
    assertTrue(storedHash(data, "ada").startsWith("$pbkdf2-sha256$i=10000$"));
  }

  private Path firstChat() throws SQLException, GeneralSecurityException {
    Path file = folder.resolve("chat.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(TABLES);
      insertUser(connection, "ada", hash("adas old password", 1));
      insertUser(connection, "bob", hash("bobs pässword", 2));
      insertUser(connection, "carl", BCRYPT);
      statement.executeUpdate(MESSAGES);
    }
    return file;
  }

  private static void insertUser(Connection connection, String name, String hash)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO users (username, password_hash, created_at) VALUES (?, ?, ?)")) {
      insert.setString(1, name);
      insert.setString(2, hash);
      insert.setString(3, "2024-05-01 08:00:00");
      insert.executeUpdate();
    }
  }

  /** As the first chat's own code: base64 of salt and digest. */
  private static String hash(String password, int salt) throws GeneralSecurityException {
    byte[] saltAndDigest = new byte[64];
    saltAndDigest[0] = (byte) salt;
    byte[] ofSalt = new byte[32];
    ofSalt[0] = (byte) salt;
    byte[] digest =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(new PBEKeySpec(password.toCharArray(), ofSalt, 100_000, 256))
            .getEncoded();
    System.arraycopy(digest, 0, saltAndDigest, 32, 32);
    return Base64.getEncoder().encodeToString(saltAndDigest);
  }

  private static void wrongPasswordsStayWrong(Http http) {
    http.post("/login", Map.of("username", "ada", "password", "bobs pässword")).expect(401);
  }

  /** A login is refused as any other, until the operator gives a password. */
  private static void whoHasNoPasswordGetsOne(Http http, DataFolder data) {
    for (String guess : List.of("", "carls password", BCRYPT)) {
      http.post("/login", Map.of("username", "carl", "password", guess)).expect(401);
    }
    Map<String, String> given = new HashMap<>();
    new NewPasswords(data).giveToThoseWithout(given::put);
    assertEquals(Set.of("carl"), given.keySet());
    TestingAccount.logIn(http, "carl", given.get("carl"));
    new NewPasswords(data).giveToThoseWithout((name, password) -> fail(name));
    new NewPasswords(data).give(List.of("CARL"), given::put);
    http.post("/login", Map.of("username", "carl", "password", given.remove("carl"))).expect(200);
    assertThrows(
        StackException.class,
        () -> new NewPasswords(data).give(List.of("ada", "nobody"), (name, secret) -> fail(name)));
  }

  private static void messagesAreThere(TestingAccount ada) {
    JsonNode global = ada.me().get("/messages/global").expect(200).json();
    assertEquals(List.of("Good morning", "Good night"), global.findValuesAsText("content"));
    assertEquals(
        List.of("2024-05-03 10:00:00", "2024-05-03 22:00:00"),
        global.findValuesAsText("created_at"));
    JsonNode direct = ada.me().get("/messages/direct/bob").expect(200).json();
    assertEquals(List.of("Lunch?", "Yes"), direct.findValuesAsText("content"));
    assertEquals(List.of("ada", "bob"), direct.findValuesAsText("sender"));
    JsonNode users = ada.me().get("/users").expect(200).json();
    assertEquals(List.of("ada", "bob", "carl"), users.findValuesAsText("username"));
    assertEquals("2024-05-01 08:00:00", users.at("/0/created_at").asText());
  }

  /** What was read stays read, and the next message has the next place. */
  private static void chatGoesOn(LocalStack stack, TestingAccount ada, TestingAccount bob) {
    try (TestingChatClient socket = ada.secondProtocol(stack.gateways().getFirst().uri())) {
      JsonNode welcome = socket.await("welcome");
      for (JsonNode conversation : welcome.get("conversations")) {
        int events = conversation.get("kind").asText().equals("inbox") ? 0 : 2;
        assertEquals(events, conversation.get("last_seq").asInt(), conversation.toString());
        assertEquals(events, conversation.get("read_seq").asInt(), conversation.toString());
      }
      assertEquals(3, welcome.get("conversations").size());
      socket.chat("one", "Here again", null);
      assertEquals(3, socket.await("ack").get("seq").asInt());
      socket.chat("two", "You too?", bob.username());
      assertEquals(3, socket.await("ack").get("seq").asInt());
    }
  }

  private static String storedHash(DataFolder data, String name) throws SQLException {
    try (DatabaseAccess database = DatabaseAccess.open(data);
        Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT password_hash FROM auth.accounts WHERE username = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
