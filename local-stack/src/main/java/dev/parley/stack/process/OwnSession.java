package dev.parley.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a command in a session of its own. Ctrl-C on a terminal interrupts all processes of the
 * session at once, but the stack must stop the parts one after the other.
 */
final class OwnSession {

  /** Linux has it from util-linux or busybox. */
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  /** macOS has no setsid, but has this. */
  private static final Path PERL = Path.of("/usr/bin/perl");

  private OwnSession() {}

  static List<String> command(List<String> command) {
    return Stream.concat(prefix().stream(), command.stream()).toList();
  }

  private static List<String> prefix() {
    return SETSID.stream()
        .filter(Files::isExecutable)
        .map(setsid -> List.of(setsid.toString()))
        .findFirst()
        .orElseGet(OwnSession::perl);
  }

  private static List<String> perl() {
    return Files.isExecutable(PERL)
        ? List.of(
            PERL.toString(), "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV; die $!")
        : List.of();
  }
}
