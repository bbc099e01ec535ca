package dev.parley.stack.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script says about arguments, in a project that was never built. */
class ParleyArgumentsIT {

  @TempDir private static Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up", "doctor", "backup", "restore", "import", "test", "chaos", "fuzz", "bench", "images"
      })
  void everyCommandExplainsItself(String command) throws Exception {
    String help =
        Files.readString(ScriptRun.REPOSITORY.resolve("docs/commands/" + command + ".txt"));
    assertEquals(new ScriptRun.Answer(0, help), parley(command + " --help"));
    assertEquals(new ScriptRun.Answer(0, help), parley("help " + command));
  }

  @Test
  void saysWhichParleyItIs() throws Exception {
    ScriptRun.Answer answer = parley("--version");
    assertTrue(
        answer.said().matches("Parley \\d+\\.\\d+\\.\\d+\\S*( \\(\\w+\\))?\n"), answer.said());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "up --port abc | --port needs a number, and \"abc\" is not one.",
        "up --port=65536 | --port must be from 0 to 65535; it is 65536.",
        "up --gateways 0 | --gateways must be from 1 to 16; it is 0.",
        "up --host | --host needs a value.",
        "up --host= | --host needs a value.",
        "up --debug=yes | --debug takes no value.",
        "up --colour | ./parley up has no option --colour.",
        "up now | ./parley up does not know what to do with \"now\".",
        "backup | ./parley backup needs a file.",
        "backup a b | ./parley backup does not know what to do with \"b\".",
        "import a --rename ada | --rename needs OLD=NEW, and got \"ada\".",
        "chaos --minutes five | --minutes needs a number, and \"five\" is not one.",
        "chaos --kill gateway,printer | --kill does not know \"printer\".",
        "bench --rows fan-out,fan-in | --rows does not know \"fan-in\".",
        "bench --rows slow-reader,first-minute --seed 1 | ./parley bench has no option --seed.",
        "fuzz --seed 1x | --seed needs a number, and \"1x\" is not one.",
        "images --quick | ./parley images has no option --quick.",
      })
  void aWrongArgumentIsToldAtOnce(String arguments, String sentence) throws Exception {
    ScriptRun.Answer answer = parley(arguments);
    assertEquals(2, answer.status(), answer.said());
    assertEquals(sentence, answer.said().lines().findFirst().orElse(""));
  }

  @Test
  void aFileThatIsMissingIsToldAtOnce() throws Exception {
    assertEquals(
        new ScriptRun.Answer(1, "There is no file lost.zip.\n"), parley("restore lost.zip"));
  }

  @Test
  void aPortThatIsInUseIsToldBeforeTheBuild() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String sentence = "Port " + taken.getLocalPort() + " is in use: ";
      ScriptRun.Answer answer = parley("up --port " + taken.getLocalPort());
      assertEquals(1, answer.status());
      assertTrue(answer.said().startsWith(sentence), answer.said());
      ScriptRun.Answer byVariable =
          new ScriptRun(folder, Map.of("PORT", Integer.toString(taken.getLocalPort()), "HOST", ""))
              .inProject("\"$project/parley\" up");
      assertTrue(byVariable.said().startsWith(sentence), byVariable.said());
    }
  }

  @Test
  void anAddressOfAnotherMachineIsToldBeforeTheBuild() throws Exception {
    ScriptRun.Answer answer = parley("up --host 192.0.2.77 --port 0");
    assertTrue(
        answer.said().startsWith("192.0.2.77 is not an address of this machine"), answer.said());
  }

  /** The last two are locales that this machine may not have. */
  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "fa_IR.UTF-8", "de_DE.ISO-8859-1"})
  void argumentsAndFoldersAreUtf8InEveryLocale(String locale) throws Exception {
    writeJar(folder.resolve("echo.jar"));
    ScriptRun.Answer answer =
        new ScriptRun(folder, Map.of("LC_ALL", locale))
            .inProject(
                """
                mkdir -p "$project/echo/target"
                cp "$FOLDER/echo.jar" "$project/echo/target/echo-1.jar"
                set -- help
                . "$project/parley" > /dev/null 2>&1
                run_java echo '' dev.parley.stack.command.EchoArguments "$(printf 'M\\303\\274ll')"
                """);
    String said =
        answer.said().lines().filter(line -> !line.contains("setlocale")).toList().toString();
    assertEquals("[4d fc 6c 6c, digit 31, root true]", said);
  }

  private static void writeJar(Path file) throws IOException {
    String entry = EchoArguments.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
        InputStream code = EchoArguments.class.getResourceAsStream("/" + entry)) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
      jar.closeEntry();
    }
  }

  private ScriptRun.Answer parley(String arguments) throws Exception {
    return new ScriptRun(folder, Map.of()).inProject("\"$project/parley\" " + arguments);
  }
}
