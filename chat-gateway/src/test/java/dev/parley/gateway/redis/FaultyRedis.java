package dev.parley.gateway.redis;

import dev.parley.stack.binaries.FolderTree;
import dev.parley.stack.process.FreePort;
import dev.parley.stack.redis.LocalRedis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real Redis that a test may kill, stop and start. */
public final class FaultyRedis implements QuarkusTestResourceLifecycleManager {

  private LocalRedis redis;
  private Path folder;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("parley-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    redis =
        LocalRedis.launch(
            FreePort.find(), "for-tests-only", folder.resolve("redis.log"), event -> {});
    redis.awaitReady();
    return Map.of("quarkus.redis.hosts", redis.url());
  }

  public RawRedis raw() {
    return new RawRedis(redis.port(), redis.password());
  }

  /** With -9. */
  public void kill() {
    redis.process().kill();
  }

  /** Empty. */
  public void startAnew() {
    redis.process().restart();
  }

  /** With SIGSTOP: it still accepts connections, and answers nothing. */
  public void pause() {
    redis.process().pause();
  }

  public void resume() {
    redis.process().resume();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(FaultyRedis.class));
  }

  @Override
  public void stop() {
    redis.close();
    FolderTree.delete(folder);
  }
}
