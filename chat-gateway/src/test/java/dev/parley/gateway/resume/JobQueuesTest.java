package dev.parley.gateway.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One connection's jobs; the tests need no real one, since a queue only knows which it is. */
class JobQueuesTest {

  private final JobQueues<String> queues = new JobQueues<>(closed -> done("closed " + closed));
  private final List<String> done = new ArrayList<>();
  private UniEmitter<? super Void> running;

  private void done(String what) {
    done.add(what);
  }

  @Test
  void whatComesWhileAJobRunsWaitsForItsEnd() {
    queues.add("ada", slow("one"));
    queues.add("ada", quick("two"));
    queues.add("bob", quick("other"));
    assertEquals(List.of("one", "other"), done);
    running.complete(null);
    assertEquals(List.of("one", "other", "two waited"), done);
    queues.add("ada", quick("three"));
    assertEquals("three", done.getLast());
  }

  @Test
  void nothingHappensBeforeAConnectionBegins() {
    queues.hold("ada");
    queues.add("ada", quick("early"));
    assertEquals(List.of(), done);
    queues.begin("ada", quick("first"));
    assertEquals(List.of("first", "early waited"), done);
  }

  @Test
  void aJobThatFailsClosesTheConnectionAndTheNextOneFollows() {
    queues.add("ada", waited -> Uni.createFrom().failure(new IllegalStateException("on purpose")));
    queues.add("ada", quick("next"));
    assertEquals(List.of("closed ada", "next"), done);
  }

  @Test
  void tooManyJobsCloseTheConnectionAndAreForgotten() {
    queues.hold("ada");
    for (int i = 0; i <= JobQueues.MAX_WAITING; i++) {
      queues.add("ada", quick("job"));
    }
    assertEquals(List.of("closed ada"), done);
  }

  /** A thousand jobs that end at once need no deep stack. */
  @Test
  void manyQuickJobsFollowEachOther() {
    queues.add("ada", slow("slow"));
    for (int i = 0; i < 900; i++) {
      queues.add("ada", quick("quick"));
    }
    running.complete(null);
    assertEquals(901, done.size());
  }

  private JobQueues.Job quick(String name) {
    return waited -> {
      done(name + (waited ? " waited" : ""));
      return Uni.createFrom().voidItem();
    };
  }

  private JobQueues.Job slow(String name) {
    return waited -> {
      done(name);
      return Uni.createFrom().emitter(emitter -> running = emitter);
    };
  }
}
