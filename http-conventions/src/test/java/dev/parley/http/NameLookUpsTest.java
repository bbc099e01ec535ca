package dev.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NameLookUpsTest {

  private static final String POLICY = "sun.net.InetAddressCachePolicy";

  /** A JVM of its own: this one has looked up names already. */
  @Test
  void anAddressIsRememberedForFiveSecondsAndThatThereIsNoneForOne()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/sun.net=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Remembering.class.getName())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertEquals("5 1", answer);
  }

  /** Says what Java has made of the limits. */
  static final class Remembering {

    public static void main(String[] arguments) throws ReflectiveOperationException {
      NameLookUps.forgetSoon();
      System.out.println(seconds("get") + " " + seconds("getNegative"));
    }

    private static Object seconds(String limit) throws ReflectiveOperationException {
      var method = Class.forName(POLICY).getMethod(limit);
      method.setAccessible(true);
      return method.invoke(null);
    }
  }
}
