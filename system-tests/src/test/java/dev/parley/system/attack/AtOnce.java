package dev.parley.system.attack;

import static org.junit.jupiter.api.Assertions.assertAll;

import dev.parley.client.http.RefusedException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** Tries many things at the same time, since each may wait for an answer that does not come. */
final class AtOnce {

  private AtOnce() {}

  /** Fails with all that failed, and says of each which attack it was. */
  static <T> void forEach(Stream<T> attacks, Consumer<T> attack) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> running =
          attacks.map(one -> threads.submit(() -> run(attack, one))).toList();
      assertAll(running.stream().map(AtOnce::outcome));
    }
  }

  private static <T> void run(Consumer<T> attack, T one) {
    try {
      attack.accept(one);
    } catch (AssertionError | RefusedException failure) {
      throw new AssertionError(one + ": " + failure.getMessage(), failure);
    }
  }

  private static Executable outcome(Future<?> attack) {
    return () -> {
      try {
        attack.get();
      } catch (ExecutionException e) {
        throw e.getCause();
      }
    };
  }
}
