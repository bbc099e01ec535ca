package dev.parley.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "\u200C",
        "\u200B\u2060",
        "\u202E",
        "\u3164",
        "\u2800 \u00A0",
        "a\nb",
        "a\u2028b",
        "a\0b",
        "\uD800"
      })
  void whatCannotBeSeenOrBreaksLinesIsNoName(String name) {
    ParleyException refusal = assertThrows(ParleyException.class, () -> RoomName.of(name));
    assertEquals(ErrorCode.INVALID_FIELD, refusal.code());
  }

  @Test
  void aNameHasAtMost64Characters() {
    assertEquals(128, RoomName.of("\uD83D\uDE80".repeat(64)).spelling().length());
    assertThrows(ParleyException.class, () -> RoomName.of("x".repeat(65)));
  }

  @ParameterizedTest
  @CsvSource({
    "' ops ', ops",
    "'my  own\u00A0 ops', my own ops",
    "a\u202Eb, ab",
    "\u2067ops\u2069, ops",
    "cafe\u0301, caf\u00E9"
  })
  void spacesAroundItAndWhatTurnsTextRoundAreLeftOut(String asked, String spelling) {
    assertEquals(spelling, RoomName.of(asked).spelling());
  }

  @ParameterizedTest
  @CsvSource({
    "ops, OPS",
    "stra\u00DFe, STRASSE",
    "ann, an\u200Bn",
    "ann, ann\u00A0\u200B",
    "my ops, my\u2800 \u200B ops",
    "\uFF4F\uFF50\uFF53, ops"
  })
  void namesThatDifferByCaseOrByWhatCannotBeSeenAreFoldedAlike(String one, String other) {
    assertEquals(RoomName.of(one).folded(), RoomName.of(other).folded());
  }

  @ParameterizedTest
  @CsvSource({"ann, \u0430nn", "ann, '\u0430n\u200Bn '", "room1, rooml", "general, g\u0435neral"})
  void namesThatLookAlikeHaveOneSkeleton(String one, String other) {
    assertEquals(RoomName.of(one).skeleton(), RoomName.of(other).skeleton());
  }

  @Test
  void otherNamesDiffer() {
    assertNotEquals(RoomName.of("ops").skeleton(), RoomName.of("dev").skeleton());
    assertNotEquals(RoomName.of("ops").folded(), RoomName.of("ops 2").folded());
  }
}
