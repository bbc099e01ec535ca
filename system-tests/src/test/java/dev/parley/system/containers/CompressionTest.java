package dev.parley.system.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What nginx compresses. */
class CompressionTest {

  private static final Pattern COMPRESSED =
      Pattern.compile("location ([^{]+) \\{[^}]*\\bgzip on;[^}]*}");

  private static final Pattern GZIP = Pattern.compile("\\bgzip on;");

  /**
   * The length of a compressed answer tells whether two texts in it are alike. So no answer is
   * compressed that has a token in it, or texts of several conversations.
   */
  @Test
  void onlyAnswersThatEveryWriterMayReadAreCompressed() throws IOException {
    String nginx = Files.readString(Path.of("..", "deploy", "nginx", "nginx.conf"));
    Set<String> compressed =
        COMPRESSED
            .matcher(nginx)
            .results()
            .map(location -> location.group(1))
            .collect(Collectors.toSet());
    assertEquals(Set.of("~ ^/(users)(/|$)", "~ ^/(messages|conversations)(/|$)"), compressed);
    assertEquals(compressed.size(), GZIP.matcher(nginx).results().count());
    int list = nginx.indexOf("location ~ ^/conversations/?$");
    assertTrue(0 < list && list < nginx.indexOf("location ~ ^/(messages|conversations)"));
  }
}
