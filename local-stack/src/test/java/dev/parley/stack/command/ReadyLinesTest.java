package dev.parley.stack.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadyLinesTest {

  private static final URI HERE = URI.create("http://localhost:8000");
  private static final URI THERE = URI.create("http://192.0.2.7:8000");

  @Test
  void aNewParleyWantsItsFirstAccount() {
    List<String> lines = new ReadyLines(HERE, List.of(), 0).lines();
    assertEquals("Parley is ready: http://localhost:8000", lines.getFirst());
    assertEquals("Open it in a browser and create the first account.", lines.get(1));
    assertEquals("Ctrl-C stops Parley; the data stays.", lines.getLast());
  }

  @Test
  void aKnownParleyIsLoggedInTo() {
    assertTrue(new ReadyLines(HERE, List.of(), 3).lines().get(1).endsWith("log in."));
  }

  @Test
  void itSaysHowToLetOthersIn() {
    String said = new ReadyLines(HERE, List.of(), 3).lines().get(2);
    assertTrue(said.contains("--host 0.0.0.0"), said);
  }

  @Test
  void itSaysWhatOthersOpenAndWhatThatMeans() {
    String said = String.join("\n", new ReadyLines(HERE, List.of(THERE), 3).lines());
    assertTrue(said.contains("Others open http://192.0.2.7:8000."), said);
    assertTrue(said.contains("plain HTTP"), said);
  }
}
