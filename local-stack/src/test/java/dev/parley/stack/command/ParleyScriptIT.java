package dev.parley.stack.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, up to the point where it would build or start something. */
class ParleyScriptIT {

  private static final Path SCRIPT = Path.of("..", "parley").toAbsolutePath().normalize();

  @TempDir private Path folder;

  private record Answer(int status, String said) {}

  @Test
  void explainsItself() throws Exception {
    Answer answer = run(List.of(SCRIPT.toString(), "help"));
    assertEquals(0, answer.status());
    assertTrue(answer.said().startsWith("Usage: ./parley COMMAND"), answer.said());
  }

  @Test
  void refusesACommandThatIsNone() throws Exception {
    Answer answer = run(List.of(SCRIPT.toString(), "fly"));
    assertEquals(2, answer.status());
    assertTrue(answer.said().startsWith("There is no command \"fly\"."), answer.said());
    assertTrue(answer.said().contains("Usage: ./parley COMMAND"), answer.said());
  }

  @Test
  void saysThatNoDockerAnswers() throws Exception {
    Path docker = Files.writeString(folder.resolve("docker"), "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwx------"));
    String program = "PATH='%s':\"$PATH\" exec '%s' images".formatted(folder, SCRIPT);
    Answer answer = run(List.of("bash", "-c", program));
    assertEquals(1, answer.status());
    assertEquals(
        "Docker does not answer. Start it, or set DOCKER_HOST to where it is.\n", answer.said());
  }

  /** The search for a JDK, on a machine that has only an old one. */
  @Test
  void saysWhatToDoAboutAnOldJdk() throws Exception {
    Path old = Files.createDirectories(folder.resolve("jdk-17"));
    makeJdk(old, "17.0.2");
    Answer answer = chooseAmong(old);
    assertEquals(1, answer.status());
    assertTrue(
        answer.said().startsWith("Parley needs a JDK 21 or newer; the newest found here is 17"),
        answer.said());
  }

  @Test
  void takesTheNewestJdk() throws Exception {
    makeJdk(Files.createDirectories(folder.resolve("a")), "21.0.2");
    makeJdk(Files.createDirectories(folder.resolve("b")), "25.0.1");
    makeJdk(Files.createDirectories(folder.resolve("c")), "17.0.1");
    Answer answer = chooseAmong(folder.resolve("a"), folder.resolve("b"), folder.resolve("c"));
    assertEquals(folder.resolve("b").toString(), answer.said().strip());
  }

  private static void makeJdk(Path home, String version) throws IOException {
    Path programs = Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    for (String name : List.of("java", "javac")) {
      Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Runs the script's own functions, with other places to look in. */
  private Answer chooseAmong(Path... homes) throws Exception {
    String candidates = String.join(" ", List.of(homes).stream().map(Path::toString).toList());
    String program =
        """
        set -- help
        . '%s' > /dev/null
        unset JAVA_HOME
        java_candidates() { printf '%%s\\n' %s; }
        choose_java
        echo "$JAVA_HOME"
        """
            .formatted(SCRIPT, candidates);
    return run(List.of("bash", "-c", program));
  }

  private static Answer run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), said);
  }
}
