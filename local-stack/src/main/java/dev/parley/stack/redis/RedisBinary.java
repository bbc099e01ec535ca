package dev.parley.stack.redis;

import dev.parley.stack.binaries.BinaryCache;
import dev.parley.stack.binaries.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The redis-server program, unpacked. */
final class RedisBinary {

  private static final String PROGRAM = "redis-server";

  private RedisBinary() {}

  static Path locate() {
    String resource = "redis-server-7.0.15-" + Platform.current().redisName();
    return BinaryCache.folder(resource, RedisBinary::unpack).resolve(PROGRAM);
  }

  private static void unpack(InputStream program, Path folder) throws IOException {
    Path target = folder.resolve(PROGRAM);
    Files.copy(program, target);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
  }
}
