package dev.parley.stack.aot;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes of a program as the JVM has loaded and linked them once (JEP 483, 514): with them, a
 * start takes half the processor time. The file's name stands for all that must be the same: the
 * JDK, its options, and the jars with their times. So one that does not fit is not found.
 *
 * @param folder of the caches, which only its owner may write: a cache is code
 * @param code jars, and folders with jars
 * @param options of the JVM
 */
public record AotCache(Path folder, List<Path> code, List<String> options) {

  private static final int SINCE = 25;
  private static final String ENDING = ".aot";

  /** How many caches a program keeps: some start it with other options. */
  private static final int KEPT = 4;

  /**
   * A JVM whose cache is broken starts without it. It says so in a form that is no JSON, so it must
   * not.
   */
  private static final List<String> QUIET = List.of("-Xlog:aot=off", "-Xlog:cds=off");

  public AotCache {
    code = List.copyOf(code);
    options = List.copyOf(options);
  }

  /** Older JDKs know no such cache, or need more steps for it. */
  public static boolean isSupported() {
    return Runtime.version().feature() >= SINCE;
  }

  public boolean exists() {
    return existing().isPresent();
  }

  /** Looks at the jars, unless there is nothing to find. */
  private Optional<Path> existing() {
    return isSupported() && Files.isDirectory(folder)
        ? Optional.of(file()).filter(Files::isRegularFile)
        : Optional.empty();
  }

  private Path file() {
    return folder.resolve(key() + ENDING);
  }

  private Path recording() {
    return folder.resolve(key() + ".recording");
  }

  /** What the JVM needs to use it; nothing where it does not exist. */
  public List<String> usingOptions() {
    return existing()
        .map(file -> Stream.concat(QUIET.stream(), Stream.of("-XX:AOTCache=" + file)).toList())
        .orElseGet(List::of);
  }

  /** What the JVM needs to write, when it ends, what a cache is made from. */
  public List<String> recordingOptions() {
    return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording());
  }

  /** What the JVM needs to make {@code made} from the recording, instead of running the program. */
  public List<String> creationOptions(Path made) {
    return List.of(
        "-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording(), "-XX:AOTCache=" + made);
  }

  private String key() {
    MessageDigest digest = sha256();
    add(digest, System.getProperty("java.home"));
    add(digest, System.getProperty("java.vm.version"));
    add(digest, System.getProperty("os.arch"));
    options.forEach(option -> add(digest, option));
    code.stream().flatMap(AotCache::jars).forEach(jar -> add(digest, describe(jar)));
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static Stream<Path> jars(Path code) {
    try (Stream<Path> files = Files.walk(code)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
    } catch (IOException e) {
      throw unreadable(code, e);
    } catch (UncheckedIOException e) {
      throw unreadable(code, e.getCause());
    }
  }

  private static String describe(Path jar) {
    try {
      BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
      return jar + " " + file.size() + " " + file.lastModifiedTime();
    } catch (IOException e) {
      throw unreadable(jar, e);
    }
  }

  private static StackException unreadable(Path code, IOException e) {
    return new StackException("%s cannot be read: %s.".formatted(code, IoReason.of(e)), e);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /** Writes a file. */
  @FunctionalInterface
  public interface Maker {
    void make(Path file) throws IOException;
  }

  /** Makes the folder, so that a recording can be written there. */
  public void prepare() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Lets it be made under another name, so that nobody starts with half a cache. */
  public void make(Maker maker) {
    Path made = folder.resolve(key() + ".new");
    try {
      maker.make(made);
      Files.move(made, file(), StandardCopyOption.ATOMIC_MOVE);
      deleteOldest();
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      deleteQuietly(made);
      deleteQuietly(recording());
    }
  }

  private StackException unwritable(IOException e) {
    return new StackException(
        "Parley cannot write to %s: %s.".formatted(folder, IoReason.of(e)), e);
  }

  private void deleteOldest() throws IOException {
    List<Path> byAge;
    try (Stream<Path> files = Files.list(folder)) {
      byAge =
          files
              .filter(file -> file.toString().endsWith(ENDING))
              .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
              .toList();
    }
    for (Path old : byAge.stream().limit(Math.max(0, byAge.size() - KEPT)).toList()) {
      Files.deleteIfExists(old);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The next training run writes it anew.
      return;
    }
  }
}
