package dev.parley.stack.binaries;

import dev.parley.stack.StackException;
import java.util.Locale;

/** The operating system and processor that an embedded binary is made for. */
public enum Platform {
  LINUX_X86("linux-x86_64", "linux-amd64"),
  LINUX_ARM("linux-arm_64", "linux-arm64"),
  MAC_X86("darwin-x86_64", "darwin-amd64"),
  MAC_ARM("darwin-arm_64", "darwin-arm64");

  private final String postgresName;
  private final String redisName;

  Platform(String postgresName, String redisName) {
    this.postgresName = postgresName;
    this.redisName = redisName;
  }

  public static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String system, String processor) {
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    boolean x86 = processor.equals("amd64") || processor.equals("x86_64");
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("linux") && (arm || x86)) {
      return arm ? LINUX_ARM : LINUX_X86;
    }
    if (name.startsWith("mac") && (arm || x86)) {
      return arm ? MAC_ARM : MAC_X86;
    }
    throw new StackException(
        "The local stack runs on Linux and macOS, on x86-64 and arm64. This is %s on %s: use docker compose up."
            .formatted(system, processor));
  }

  public String postgresName() {
    return postgresName;
  }

  public String redisName() {
    return redisName;
  }
}
