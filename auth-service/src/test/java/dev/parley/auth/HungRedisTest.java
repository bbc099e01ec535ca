package dev.parley.auth;

import static dev.parley.auth.Client.as;
import static dev.parley.auth.Client.registered;
import static dev.parley.auth.Client.tokenOf;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** G6, without Redis: the session ends all the same, and its user does not wait for long. */
@AuthTest
@TestProfile(HungRedisTest.NobodyAnswers.class)
class HungRedisTest {

  private static final long MAX_MILLIS = 3_500;

  /** As a Redis under SIGSTOP: the system accepts connections for it, and nobody reads. */
  public static class NobodyAnswers implements QuarkusTestProfile {

    private static final ServerSocket SILENT = open();

    private static ServerSocket open() {
      try {
        return new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:" + SILENT.getLocalPort());
    }
  }

  @Test
  void aLogoutWaitsTwoSecondsAtMost() {
    String token = tokenOf(registered());
    as(token).post("/logout").then().statusCode(200).time(lessThan(MAX_MILLIS));
    as(token).get("/me").then().statusCode(401);
  }
}
