package dev.parley.testing;

import dev.parley.stack.process.FreePort;
import dev.parley.stack.redis.LocalRedis;
import java.util.HashMap;
import java.util.Map;

/** Servers from the embedded binaries that the local stack uses. */
record EmbeddedServers(TestingPostgres postgres, LocalRedis redis) implements RealServers.Servers {

  @SuppressWarnings("resource") // closed by close()
  static EmbeddedServers start() {
    TestingPostgres postgres = TestingPostgres.start();
    LocalRedis redis =
        LocalRedis.launch(
            FreePort.find(),
            TestingPostgres.PASSWORD,
            postgres.folder().resolve("redis.log"),
            event -> {});
    return new EmbeddedServers(postgres, redis.awaitReady());
  }

  @Override
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(postgres.settings());
    settings.put("quarkus.redis.hosts", redis.url());
    return settings;
  }

  @Override
  public void close() {
    redis.close();
    postgres.close();
  }
}
