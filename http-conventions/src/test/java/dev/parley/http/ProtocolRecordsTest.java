package dev.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.protocol.UserId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProtocolRecordsTest {

  private static final String SUFFIX = ".class";

  /** A record that is missing here fails in native executables alone, when it is first read. */
  @Test
  void everyRecordOfTheProtocolIsKnownToNativeExecutables() throws Exception {
    Set<String> known =
        Stream.of(ProtocolRecords.class.getAnnotation(RegisterForReflection.class).targets())
            .map(Class::getName)
            .collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    for (String name : classNames()) {
      if (isOnTheWire(Class.forName(name)) && !known.contains(name.replaceAll("\\$.*", ""))) {
        unknown.add(name);
      }
    }
    assertEquals(Set.of(), unknown);
  }

  /** A private record never leaves its class. */
  private static boolean isOnTheWire(Class<?> type) {
    return type.isRecord() && !Modifier.isPrivate(type.getModifiers());
  }

  private static Set<String> classNames() throws IOException, URISyntaxException {
    URI location = UserId.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path path = Path.of(location);
    if (Files.isDirectory(path)) {
      return classNames(path);
    }
    try (FileSystem jar = FileSystems.newFileSystem(path)) {
      return classNames(jar.getPath("/"));
    }
  }

  private static Set<String> classNames(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      Set<String> names =
          files
              .map(file -> root.relativize(file).toString())
              .filter(name -> name.startsWith("dev") && name.endsWith(SUFFIX))
              .map(name -> name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'))
              .collect(Collectors.toSet());
      assertTrue(names.contains(UserId.class.getName()), names.toString());
      return names;
    }
  }
}
