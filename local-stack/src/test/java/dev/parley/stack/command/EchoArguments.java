package dev.parley.stack.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints its arguments in ASCII. Uses nothing but the JDK, so that one class is the program. */
public final class EchoArguments {

  private EchoArguments() {}

  public static void main(String[] arguments) {
    // What a careless library does.
    String digit = String.format(Locale.getDefault(), "%d", 1);
    for (String argument : arguments) {
      System.out.println(codePoints(argument));
    }
    System.out.println("digit " + codePoints(digit));
    System.out.println("root " + Files.isDirectory(Path.of(System.getProperty("parley.root"))));
  }

  private static String codePoints(String text) {
    return text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
  }
}
