package dev.parley.stack.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Bash programs that use the {@code parley} script. Those in one folder share a project, whose
 * folder has an umlaut in its name and whose Maven is a stand-in: it makes one jar, or fails where
 * a file {@code broken} lies. The programs are ASCII, since this machine may know nothing else.
 */
record ScriptRun(Path folder, Map<String, String> environment) {

  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private static final String PROJECT =
      """
      set -u
      project="$FOLDER/$(printf 'P\\303\\244rley')"
      code=local-stack/src/main/java/dev/parley/stack
      if [ ! -d "$project" ]; then
      mkdir -p "$project/docs" "$project/$code"
      cp "$REPOSITORY/parley" "$REPOSITORY/pom.xml" "$project"
      cp -R "$REPOSITORY/scripts" "$project"
      cp -R "$REPOSITORY/docs/commands" "$project/docs"
      cp "$REPOSITORY/$code/ListenAddress.java" "$project/$code"
      cat > "$project/mvnw" <<'MAVEN'
      #!/bin/sh
      echo '[ERROR] there is no Maven here'
      [ ! -e broken ] || exit 1
      mkdir -p local-stack/target
      echo "$*" > local-stack/target/local-stack-1.jar
      MAVEN
      chmod +x "$project/mvnw"
      fi
      """;

  record Answer(int status, String said) {}

  /** Runs the program in a project that was never built. */
  Answer inProject(String program) throws IOException, InterruptedException {
    return bash(PROJECT + program);
  }

  Answer bash(String program) throws IOException, InterruptedException {
    ProcessBuilder bash = new ProcessBuilder(List.of("bash", "-c", program));
    bash.environment().keySet().removeAll(List.of("HOST", "PORT"));
    bash.environment().put("FOLDER", folder.toString());
    bash.environment().put("REPOSITORY", REPOSITORY.toString());
    bash.environment().put("JAVA_HOME", System.getProperty("java.home"));
    bash.environment().putAll(environment);
    Process process = bash.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), said);
  }
}
