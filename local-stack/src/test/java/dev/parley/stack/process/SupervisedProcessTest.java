package dev.parley.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {

  private static final Duration LIMIT = Duration.ofMillis(300);

  @TempDir private Path folder;

  private final List<ProcessEvent> events = new CopyOnWriteArrayList<>();
  private SupervisedProcess process;

  /** Ready after a second. */
  private record Slow(Optional<String> longWork, long since) implements Readiness {

    Slow(Optional<String> longWork) {
      this(longWork, System.nanoTime());
    }

    @Override
    public boolean isReady(long pid) {
      return System.nanoTime() - since > Duration.ofSeconds(1).toNanos();
    }
  }

  private SupervisedProcess launch(Readiness readiness) {
    LaunchPlan plan =
        new LaunchPlan(
            "sleeper", List.of("sleep", "60"), Map.of(), "", folder.resolve("log"), Signal.TERM);
    process = new SupervisedProcess(plan, readiness, events::add);
    process.launch();
    return process;
  }

  @AfterEach
  void end() {
    process.stop(Duration.ofSeconds(5));
  }

  @Test
  void aProcessThatIsNotReadyInTimeFails() {
    SupervisedProcess slow = launch(new Slow(Optional.empty()));
    StackException failure = assertThrows(StackException.class, () -> slow.awaitReady(LIMIT));
    assertTrue(failure.getMessage().startsWith("sleeper was not ready within"));
  }

  @Test
  void aProcessThatSaysWhatItIsBusyWithGetsTheTimeThatThatTakes() {
    SupervisedProcess busy = launch(new Slow(Optional.of("builds an index")));
    busy.awaitReady(LIMIT);
    assertEquals(
        List.of(new ProcessEvent.Launched(busy), new ProcessEvent.Busy(busy, "builds an index")),
        events);
  }
}
