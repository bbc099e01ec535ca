package dev.parley.fuzz.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InputsTest {

  private static final List<Operation> OPERATIONS =
      List.of(
          new Operation(Door.AUTH, "POST", "/login", List.of(), true),
          new Operation(Door.AUTH, "GET", "/users", List.of("query", "limit"), false),
          new Operation(
              Door.HISTORY, "GET", "/conversations/{conversation}/messages", List.of(), false),
          new Operation(Door.HISTORY, "POST", "/internal/commands", List.of(), true));

  @Test
  void theSameSeedAndNumberGiveTheSameInput() {
    assertEquals(shown(1).toList(), shown(1).toList());
  }

  @Test
  void anotherSeedGivesOthers() {
    assertNotEquals(shown(1).toList(), shown(2).toList());
  }

  @Test
  void everyKindComesInAThousand() {
    Set<String> kinds = all().map(Input::kind).collect(Collectors.toSet());
    assertTrue(kinds.size() >= 25, kinds.toString());
    assertTrue(kinds.containsAll(Set.of("slow", "fragments", "internal", "mutated request")));
  }

  /** A larger frame would rightly be closed with 1009. */
  @Test
  void whatMustNotCostTheSocketFitsIntoOneMessage() {
    all()
        .filter(Input.Frames.class::isInstance)
        .map(Input.Frames.class::cast)
        .filter(frames -> frames.kind().equals("text") || frames.kind().equals("binary"))
        .forEach(
            frames -> assertTrue(frames.pieces().getFirst().length <= 65_536 + 14, frames.shown()));
  }

  @Test
  void whatDeletesEverythingIsNeverAskedFor() {
    Inputs inputs =
        new Inputs(
            1,
            List.of(
                new Operation(Door.AUTH, "POST", "/debug/reset", List.of(), false),
                new Operation(Door.AUTH, "GET", "/debug/users", List.of(), false)));
    LongStream.range(0, 1_000)
        .mapToObj(inputs::draw)
        .forEach(input -> assertFalse(input.shown().contains("reset"), input.shown()));
  }

  private static Stream<Input> all() {
    Inputs inputs = new Inputs(1, OPERATIONS);
    return LongStream.range(0, 1_000).mapToObj(inputs::draw);
  }

  private static Stream<String> shown(long seed) {
    Inputs inputs = new Inputs(seed, OPERATIONS);
    return LongStream.range(0, 100).mapToObj(inputs::draw).map(Input::shown);
  }
}
