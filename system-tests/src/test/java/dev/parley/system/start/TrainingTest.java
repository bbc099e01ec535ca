package dev.parley.system.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.LocalStack;
import dev.parley.stack.ServiceProcess;
import dev.parley.stack.StackOptions;
import dev.parley.stack.aot.AotCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After {@code ./parley train}, every service starts with what the JVM has loaded before. */
@Tag("long")
class TrainingTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everyServiceUsesItsCache(@TempDir Path data) throws IOException, InterruptedException {
    Assumptions.assumeTrue(AotCache.isSupported(), "This JDK keeps no classes.");
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "Only Linux tells.");
    train(data.resolve("train.log"));
    StackOptions options =
        StackOptions.defaults().withPort(0).withGateways(1).withData(data.resolve("stack"));
    try (LocalStack stack = LocalStack.start(options)) {
      List<ServiceProcess> services =
          Stream.of(stack.auth(), stack.history(), stack.gateways()).flatMap(List::stream).toList();
      assertEquals(3, services.size());
      for (ServiceProcess service : services) {
        String maps = Files.readString(Path.of("/proc/" + service.process().pid() + "/maps"));
        assertTrue(maps.contains("/target/aot/"), service.name());
      }
    }
  }

  private static void train(Path log) throws IOException, InterruptedException {
    Process training =
        new ProcessBuilder(ROOT.resolve("parley").toString(), "train")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertTrue(training.waitFor(10, TimeUnit.MINUTES), "The training did not end.");
      assertEquals(0, training.exitValue(), Files.readString(log));
    } finally {
      training.destroy();
    }
  }
}
