package dev.parley.stack.run;

import dev.parley.stack.StackException;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;

/** The command line of a tool. Its status is 0 if all is well, otherwise 1. */
public final class RunCommand {

  private static final int FAILED = 1;

  private RunCommand() {}

  /**
   * Ends this process with the command's status. A {@link StackException} is shown as a sentence.
   */
  public static void main(Callable<Integer> command, String... arguments) {
    main(command, StackException.class::isInstance, arguments);
  }

  /**
   * The same.
   *
   * @param isSentence matches the exceptions that are shown without a stack trace
   */
  public static void main(
      Callable<Integer> command, Predicate<Exception> isSentence, String... arguments) {
    System.exit(
        new CommandLine(command)
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> tell(failure, isSentence, line))
            .execute(arguments));
  }

  private static int tell(Exception failure, Predicate<Exception> isSentence, CommandLine line)
      throws Exception {
    if (!isSentence.test(failure)) {
      throw failure;
    }
    line.getErr().println(failure.getMessage());
    return FAILED;
  }

  public static int status(boolean wentWell) {
    return wentWell ? 0 : FAILED;
  }

  public static void require(boolean isTrue, String sentence) {
    if (!isTrue) {
      throw new StackException(sentence);
    }
  }
}
