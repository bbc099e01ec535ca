package dev.parley.stack.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the script builds, and what it reports meanwhile. */
class ParleyBuildIT {

  @TempDir private Path folder;

  @Test
  void onlyOtherContentIsBuiltAgain() throws Exception {
    assertEquals(
        """
        fresh: local-stack
        built:
        older jars, newer sources:
        elsewhere:
        changed: local-stack
        changed back:
        """,
        told(
            """
            set -- help
            . "$project/parley" > /dev/null
            say() { echo "$1:$(unbuilt local-stack | sed 's/^./ &/')"; }
            say fresh
            build local-stack > /dev/null
            say built
            find "$project" -type f -exec touch -t 202001010000 {} +
            find "$project/local-stack/src" -type f -exec touch -t 203001010000 {} +
            say 'older jars, newer sources'
            cp -R "$project" "$FOLDER/copy"
            ROOT="$FOLDER/copy"
            say elsewhere
            echo '// another' >> "$ROOT/$code/ListenAddress.java"
            say changed
            cp "$project/$code/ListenAddress.java" "$ROOT/$code/ListenAddress.java"
            say 'changed back'
            """));
  }

  @Test
  void whatMavenHasBuiltSinceIsTaken() throws Exception {
    assertEquals(
        "by time:\n",
        told(
            """
            set -- help
            . "$project/parley" > /dev/null
            build local-stack > /dev/null
            echo '// another' >> "$project/$code/ListenAddress.java"
            echo 'by hand' > "$project/local-stack/target/local-stack-1.jar"
            touch -t 203001010000 "$project/local-stack/target/local-stack-1.jar"
            echo "by time:$(unbuilt local-stack)"
            """));
  }

  @Test
  void aBuildThatFailsIsExplained() throws Exception {
    ScriptRun.Answer answer =
        new ScriptRun(folder, Map.of())
            .inProject("touch \"$project/broken\"; \"$project/parley\" doctor");
    assertEquals(1, answer.status());
    assertTrue(answer.said().contains("[ERROR] there is no Maven here"), answer.said());
    assertTrue(answer.said().contains("/local-stack/target/build.log."), answer.said());
  }

  @Test
  void theBuildTellsHowFarItIsAndWhatItLoads() throws Exception {
    assertEquals(
        """
        59 s
        1 min 5 s
        Maven starts; 5 s so far
        1 of 9, Parley. 5 s so far
        2 of 9, chat-gateway. 3 MB loaded in 2 files; 5 s so far
        [==>                 ] 2 of 9, chat-gateway. 3 MB loaded in 2 files; 5 s so far
        """,
        told(
            """
            set -- help
            . "$project/parley" > /dev/null
            BUILD_LOG="$FOLDER/build.log"
            : > "$BUILD_LOG"
            in_words 59
            in_words 65
            in_words() { echo '5 s'; }
            in_figures "$(build_state)"
            echo '[INFO] Building Parley 0.1.0-SNAPSHOT                     [1/9]' > "$BUILD_LOG"
            in_figures "$(build_state)"
            cat >> "$BUILD_LOG" <<'LOG'
            [INFO] Downloaded from central: https://example.org/a.jar (2.5 MB at 1.0 MB/s)
            [INFO] Building Parley: chat-gateway 0.1.0-SNAPSHOT                      [2/9]
            [INFO] Downloaded from central: https://example.org/b.pom (512 kB at 91 kB/s)
            LOG
            in_figures "$(build_state)"
            bar "$(build_state)"
            echo
            """));
  }

  private String told(String program) throws Exception {
    return new ScriptRun(folder, Map.of()).inProject(program).said();
  }
}
