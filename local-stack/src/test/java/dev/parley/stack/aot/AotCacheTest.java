package dev.parley.stack.aot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  @TempDir private Path project;
  private Path jar;

  @BeforeEach
  void buildAJar() throws IOException {
    Assumptions.assumeTrue(AotCache.isSupported(), "This JDK keeps no classes.");
    jar = Files.createDirectories(project.resolve("lib")).resolve("service.jar");
    Files.writeString(jar, "classes");
  }

  private AotCache cache(String... options) {
    return new AotCache(project.resolve("aot"), List.of(project.resolve("lib")), List.of(options));
  }

  private void make(AotCache cache) {
    cache.prepare();
    cache.make(file -> Files.writeString(file, "loaded"));
  }

  @Test
  void itIsUsedOnceItIsThere() {
    assertEquals(List.of(), cache("-Xmx1g").usingOptions());
    make(cache("-Xmx1g"));
    assertTrue(
        cache("-Xmx1g").usingOptions().getLast().startsWith("-XX:AOTCache="),
        cache("-Xmx1g").usingOptions().toString());
  }

  @Test
  void anotherBuildOrOtherOptionsDoNotUseIt() throws IOException {
    make(cache("-Xmx1g"));
    assertFalse(cache("-Xmx2g").exists());
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    assertFalse(cache("-Xmx1g").exists());
  }

  @Test
  void oneThatWasNotMadeWholeIsNotThere() {
    AotCache cache = cache("-Xmx1g");
    cache.prepare();
    assertThrows(
        StackException.class,
        () ->
            cache.make(
                file -> {
                  Files.writeString(file, "half");
                  throw new IOException("No space left on device");
                }));
    assertFalse(cache.exists());
    assertEquals(List.of(), files());
  }

  @Test
  void onlyTheNewestAreKept() {
    Stream.of("-Xmx1g", "-Xmx2g", "-Xmx3g", "-Xmx4g", "-Xmx5g", "-Xmx6g")
        .forEach(option -> make(cache(option)));
    assertEquals(4, files().size());
    assertTrue(cache("-Xmx6g").exists());
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(project.resolve("aot"))) {
      return files.toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anUnknownModeIsRefused() {
    assertEquals(AotMode.USE, AotMode.parse(""));
    assertEquals(AotMode.OFF, AotMode.parse("off"));
    assertThrows(StackException.class, () -> AotMode.parse("yes"));
  }
}
