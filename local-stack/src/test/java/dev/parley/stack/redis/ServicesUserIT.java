package dev.parley.stack.redis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.process.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an attacker who controls one service can do in Redis. */
class ServicesUserIT {

  @TempDir private Path folder;

  @Test
  void theServicesHaveTheirKeysAndChannelsAndNothingElse() throws IOException {
    try (LocalRedis redis =
            LocalRedis.launch(
                    FreePort.find(), "for-tests-only", folder.resolve("redis.log"), event -> {})
                .awaitReady();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
      URI services =
          URI.create(LocalRedis.ofServices(LocalRedis.cache(redis.port(), redis.password())).url());
      String[] user = services.getUserInfo().split(":", 2);
      assertAnswer(socket, "AUTH " + user[0] + " for-tests-only", "-WRONGPASS");
      assertAnswer(socket, "AUTH " + user[0] + " " + user[1], "+OK");
      assertAnswer(socket, "SET parley:session:x y PX 1000 NX", "+OK");
      assertAnswer(socket, "PUBLISH parley:events hello", ":0");
      assertAnswer(socket, "EVAL \"return redis.call('TIME')[1] * 0\" 1 parley:strikes:x", ":0");
      assertAnswer(socket, "CLIENT KILL ID 4711", ":0");
      assertAnswer(socket, "EVAL \"return redis.call('GET', 'other')\" 0", "-ERR");
      for (String attempt :
          new String[] {
            "SET other x",
            "PUBLISH other x",
            "KEYS *",
            "FLUSHALL",
            "CONFIG GET *",
            "CLIENT LIST",
            "ACL LIST",
            "SHUTDOWN",
            "MONITOR"
          }) {
        assertAnswer(socket, attempt, "-NOPERM");
      }
    }
  }

  private static void assertAnswer(Socket socket, String command, String begin) throws IOException {
    Writer writer = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    writer.write(command + "\r\n");
    writer.flush();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String answer = reader.readLine();
    assertTrue(answer.startsWith(begin), command + ": " + answer);
  }
}
