package dev.parley.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.stack.redis.RedisPing;
import dev.parley.stack.state.DataFolder;
import dev.parley.stack.state.StackState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole stack, with real servers and stand-ins for the services. */
class LocalStackIT {

  @TempDir private Path root;
  @TempDir private Path data;

  private final List<String> progress = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private StackOptions options;

  @BeforeEach
  void prepare() throws IOException {
    System.setProperty("parley.root", StandInProject.create(root).toString());
    options =
        StackOptions.defaults()
            .withPort(0)
            .withGateways(2)
            .withData(data)
            .withProgress(progress::add);
  }

  @AfterEach
  void forgetTheStandIns() {
    System.clearProperty("parley.root");
  }

  @Test
  void startsTellsFindsItsDataAgainAndStops() throws Exception {
    try (LocalStack stack = LocalStack.start(options.withHistories(2))) {
      StackState state = DataFolder.prepare(data).state().read().orElseThrow();
      assertTrue(state.ready());
      assertEquals(stack.address().toString(), state.address());
      assertEquals(
          List.of(
              "auth-1", "gateway-1", "gateway-2", "history-1", "history-2", "postgres", "redis"),
          state.processes().stream().skip(1).map(it -> it.name()).sorted().toList());
      state.processes().forEach(it -> assertTrue(it.handle().isPresent(), it.toString()));
      assertEquals("rw-------", permissions(data.resolve("stack.json")));
      assertEquals("rw-------", permissions(data.resolve("secrets.json")));
      assertEquals("rwx------", permissions(data));
      execute(stack, "CREATE SCHEMA kept CREATE TABLE note (text text)");
      execute(stack, "INSERT INTO kept.note VALUES ('still here')");
      assertEquals("on", query(stack, "SHOW fsync"));
      assertEquals("on", query(stack, "SHOW synchronous_commit"));
    }
    assertFalse(Files.exists(data.resolve("stack.json")));
    try (LocalStack stack = LocalStack.start(options)) {
      assertEquals("still here", query(stack, "SELECT text FROM kept.note"));
    }
  }

  @Test
  void nobodyGetsInWithoutThePassword() throws Exception {
    try (LocalStack stack = LocalStack.start(options)) {
      assertThrows(
          SQLException.class,
          () -> DriverManager.getConnection(stack.postgres().jdbcUrl(), "parley", "guess").close());
      assertThrows(
          SQLException.class,
          () -> DriverManager.getConnection(stack.postgres().jdbcUrl(), "postgres", "").close());
      assertFalse(new RedisPing(stack.redis().port(), "guess").isAnswered());
      for (ServiceProcess service : stack.gateways()) {
        String commandLine = ProcessHandle.of(service.pid()).orElseThrow().info().toString();
        assertFalse(commandLine.contains(stack.postgres().password()));
      }
    }
  }

  @Test
  void givesTheEnvironmentToTheServices() throws Exception {
    Map<String, String> environment =
        Map.of("SESSION_EXPIRE_DAYS", "30", "PARLEY_GATEWAY_ID", "mine");
    try (LocalStack stack =
        LocalStack.start(options.withDebug(true).withEnvironment(environment))) {
      URI auth = stack.auth().getFirst().uri();
      assertEquals("30", get(auth.resolve("/environment/SESSION_EXPIRE_DAYS")));
      assertEquals("true", get(auth.resolve("/environment/PARLEY_DEBUG_ENABLED")));
      assertEquals(System.getenv("PATH"), get(auth.resolve("/environment/PATH")));
      URI gateway = stack.gateways().getFirst().uri();
      assertEquals("null", get(gateway.resolve("/environment/PARLEY_GATEWAY_ID")));
      assertEquals(
          stack.auth().getFirst().managementUri().toString(),
          get(gateway.resolve("/environment/PARLEY_AUTH_URL")));
    }
  }

  @Test
  void startsAPartThatDiedAgain() throws Exception {
    try (LocalStack stack = LocalStack.start(options)) {
      ServiceProcess gateway = stack.gateways().getFirst();
      long died = gateway.pid();
      ProcessHandle.of(died).orElseThrow().destroyForcibly();
      Eventually.check(
          "another gateway-1", () -> gateway.pid() != died && isAnswered(gateway.uri()));
      assertTrue(progress.stream().anyMatch(line -> line.startsWith("gateway-1 ended by itself")));
      assertNotEquals(
          died,
          DataFolder.prepare(data)
              .state()
              .read()
              .orElseThrow()
              .process("gateway-1")
              .orElseThrow()
              .pid());
    }
  }

  @Test
  void killedPausedAndRestartedPartsComeBack() throws Exception {
    try (LocalStack stack = LocalStack.start(options)) {
      stack.gateways().getFirst().kill();
      for (int request = 0; request < 10; request++) {
        assertEquals(
            Long.toString(stack.gateways().getLast().pid()), get(stack.address().resolve("/page")));
      }
      assertFalse(stack.gateways().getFirst().isRunning());
      stack.gateways().getFirst().restart();
      assertTrue(isAnswered(stack.gateways().getFirst().uri()));
      stack.postgres().kill();
      stack.postgres().restart();
      assertEquals("1", query(stack, "SELECT 1"));
      stack.postgres().pause();
      stack.postgres().resume();
      assertEquals("1", query(stack, "SELECT 1"));
      stack.redis().kill();
      stack.redis().restart();
      assertTrue(new RedisPing(stack.redis().port(), stack.redis().password()).isAnswered());
    }
  }

  @Test
  void refusesASecondStackOnTheSameData() {
    try (LocalStack stack = LocalStack.start(options)) {
      StackException refusal = assertThrows(StackException.class, () -> LocalStack.start(options));
      assertTrue(refusal.getMessage().contains("already runs on " + data), refusal.getMessage());
      assertTrue(refusal.getMessage().contains(stack.address().toString()), refusal.getMessage());
      assertTrue(isAnswered(stack.address()));
    }
  }

  @Test
  void namesThePortThatIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StackException refusal =
          assertThrows(
              StackException.class, () -> LocalStack.start(options.withPort(taken.getLocalPort())));
      assertTrue(
          refusal
              .getMessage()
              .startsWith(String.format(Locale.ROOT, "Port %d is in use", taken.getLocalPort())),
          refusal.getMessage());
    }
  }

  @Test
  void isReachedAtALoopbackAddressOfIpVersion6() throws Exception {
    assumeTrue(
        NetworkInterface.getByInetAddress(InetAddress.getByAddress(loopbackOfVersion6())) != null);
    try (LocalStack stack = LocalStack.start(options.withHost("::1").withGateways(1))) {
      assertEquals("[::1]", stack.address().getHost());
      assertTrue(isAnswered(stack.address()));
      assertEquals(List.of(), stack.addressesForOthers());
    }
  }

  @Test
  void showsTheLogOfAServiceThatDoesNotStart() {
    StackException failure =
        assertThrows(
            StackException.class,
            () -> LocalStack.start(options.withEnvironment(Map.of("STAND_IN_FAILS", "true"))));
    assertTrue(failure.getMessage().contains("exit code 3"), failure.getMessage());
    assertTrue(failure.getMessage().contains("was told to fail"), failure.getMessage());
    assertFalse(Files.exists(data.resolve("stack.json")));
  }

  @Test
  void tellsHowFarTheMigrationIsThatAServiceIsBusyWith() {
    try (LocalStack stack =
        LocalStack.start(options.withEnvironment(Map.of("STAND_IN_MIGRATES", "true")))) {
      assertTrue(isAnswered(stack.address()));
      assertTrue(progress.contains("  history-1  Migration V3 goes on"), progress.toString());
    }
  }

  @Test
  void refusesDataOfAnotherPostgres() throws IOException {
    Files.createDirectories(data.resolve("postgres"));
    Files.writeString(data.resolve("postgres/PG_VERSION"), "16\n");
    StackException refusal = assertThrows(StackException.class, () -> LocalStack.start(options));
    assertTrue(refusal.getMessage().contains("written by PostgreSQL 16"), refusal.getMessage());
  }

  @Test
  void saysWhatIsNotBuilt() throws IOException {
    Files.delete(root.resolve("chat-gateway/target/quarkus-app/quarkus-run.jar"));
    StackException refusal = assertThrows(StackException.class, () -> LocalStack.start(options));
    assertTrue(refusal.getMessage().contains("chat-gateway is not built"), refusal.getMessage());
  }

  private boolean isAnswered(URI uri) {
    try {
      return !get(uri).isEmpty();
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private String get(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static Connection connect(LocalStack stack) throws SQLException {
    return DriverManager.getConnection(
        stack.postgres().jdbcUrl(), stack.postgres().username(), stack.postgres().password());
  }

  private static void execute(LocalStack stack, String sql) throws SQLException {
    try (Connection connection = connect(stack);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(LocalStack stack, String sql) throws SQLException {
    try (Connection connection = connect(stack);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static byte[] loopbackOfVersion6() {
    byte[] address = new byte[16];
    address[15] = 1;
    return address;
  }
}
