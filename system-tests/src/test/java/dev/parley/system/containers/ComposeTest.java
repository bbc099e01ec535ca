package dev.parley.system.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secrets of docker-compose.yml: who makes them, and who gets which. */
class ComposeTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?");
  private static final Pattern SECRET = Pattern.compile("([A-Z_]+)=([0-9a-f]{64})");

  private final Path file;

  ComposeTest(@TempDir Path folder) {
    file = folder.resolve("env");
  }

  @Test
  void everySecretIsMadeAndNoTwoAreAlike() throws IOException {
    assertEquals(0, makeEnv());
    Map<String, String> made = secrets();
    assertEquals(required(), made.keySet());
    assertEquals(made.size(), new HashSet<>(made.values()).size());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void whatIsThereStaysAndWhatIsMissingIsAdded() throws IOException {
    Files.writeString(file, "PORT=8443\nPOSTGRES_PASSWORD=chosen by hand");
    assertEquals(0, makeEnv());
    String whole = Files.readString(file);
    assertTrue(whole.startsWith("PORT=8443\nPOSTGRES_PASSWORD=chosen by hand\n"), whole);
    Set<String> names = new HashSet<>(secrets().keySet());
    names.add("POSTGRES_PASSWORD");
    assertEquals(required(), names);
    assertEquals(1, makeEnv());
    assertEquals(whole, Files.readString(file));
  }

  @Test
  void redisKnowsTheServicesAsTheDocumentSays() throws IOException {
    String documented = Files.readString(ROOT.resolve("docs/configuration.md"));
    String rights = documented.replaceFirst("(?s).*><password> ([^\n]*)\n.*", "$1");
    assertTrue(rights.startsWith("resetkeys ~parley:*"), rights);
    for (String place :
        Set.of("docker-compose.yml", "deploy/kubernetes/overlays/local/redis.yaml")) {
      String folded = Files.readString(ROOT.resolve(place)).replaceAll("\\s+", " ");
      assertTrue(folded.contains("user parley on >%s %s"), place);
      assertTrue(folded.contains("'%s'".formatted(rights)), place);
    }
  }

  private static Set<String> required() throws IOException {
    return REQUIRED
        .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private Map<String, String> secrets() throws IOException {
    return SECRET
        .matcher(Files.readString(file))
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }

  private int makeEnv() throws IOException {
    Process process =
        new ProcessBuilder(ROOT.resolve("deploy/make-env").toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    try {
      process.getInputStream().readAllBytes();
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
