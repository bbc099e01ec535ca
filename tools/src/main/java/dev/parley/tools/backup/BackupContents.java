package dev.parley.tools.backup;

/** The content of a backup, in numbers for people. */
public record BackupContents(long users, long messages) {

  /** {@code 12 users and 3456 messages}. */
  @Override
  public String toString() {
    return "%s and %s".formatted(counted(users, "user"), counted(messages, "message"));
  }

  private static String counted(long number, String what) {
    return Long.toString(number) + " " + what + (number == 1 ? "" : "s");
  }
}
