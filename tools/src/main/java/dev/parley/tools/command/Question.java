package dev.parley.tools.command;

import dev.parley.stack.IoReason;
import dev.parley.stack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Asks for confirmation; only {@code yes} counts. */
record Question(String text) {

  boolean isAnsweredWithYes() {
    System.out.print(text + " Type yes to continue: ");
    System.out.flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return "yes".equals(answer == null ? "" : answer.strip());
    } catch (IOException e) {
      throw new StackException("Parley cannot read your answer: %s.".formatted(IoReason.of(e)), e);
    }
  }
}
