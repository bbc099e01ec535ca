package dev.parley.tools.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OldTimeTest {

  private static final Instant LATEST = Instant.parse("2026-01-02T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2024-05-03 10:00:00, 2024-05-03T10:00:00Z",
    "2024-05-03T10:00:00.123456, 2024-05-03T10:00:00.123456Z"
  })
  void thePredecessorsOwnFormIsNotWorthAWord(String text, Instant expected) {
    assertEquals(new OldTime(Optional.of(expected), Optional.empty()), read(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-03 10:00:00+00:00, 2024-05-03T10:00:00Z",
    "2024-05-03T12:30:00+0230, 2024-05-03T10:00:00Z",
    "2024-05-03T10:00:00Z, 2024-05-03T10:00:00Z",
    "2024-05-03 10:00:00 UTC, 2024-05-03T10:00:00Z",
    "2024-05-03, 2024-05-03T00:00:00Z",
    "2024/05/03 10:00, 2024-05-03T10:00:00Z",
    "20240503100000, 2024-05-03T10:00:00Z",
    "'2024-05-03 10:00:00,1234567899', 2024-05-03T10:00:00.123456Z",
    "1714730400, 2024-05-03T10:00:00Z",
    "1714730400.25, 2024-05-03T10:00:00.250Z",
    "1714730400250, 2024-05-03T10:00:00.250Z",
    "1714730400250123, 2024-05-03T10:00:00.250123Z",
    "1714730400250123000, 2024-05-03T10:00:00.250123Z",
    "'Fri, 3 May 2024 10:00:00 GMT', 2024-05-03T10:00:00Z"
  })
  void otherFormsAreReadAndTold(String text, Instant expected) {
    assertEquals(
        new OldTime(Optional.of(expected), Optional.of(Problem.TIME_OF_ANOTHER_FORM)), read(text));
  }

  @Test
  void numbersAreSecondsOrTheirParts() {
    Instant expected = Instant.parse("2024-05-03T10:00:00.250Z");
    assertEquals(Optional.of(expected), time(1_714_730_400_250L).instant());
    assertEquals(Optional.of(expected), time(1_714_730_400.25).instant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2024-02-30 10:00:00",
        "2024-05-03 25:00:00",
        "0",
        "2460433.9",
        "٢٠٢٤-٠٥-٠٣"
      })
  void whatTellsNoTimeIsToldAsThat(String text) {
    assertEquals(without(Problem.TIME_UNREADABLE), read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01 00:00:00", "1970-01-01 00:00:00", "9999-12-31 23:59:59"})
  void nobodyChattedAtAnImpossibleTime(String text) {
    assertEquals(without(Problem.TIME_IMPOSSIBLE), read(text));
  }

  @Test
  void noTimeIsMissing() {
    assertEquals(without(Problem.TIME_MISSING), time(null));
    assertEquals(without(Problem.TIME_MISSING), read(" "));
    assertEquals(without(Problem.TIME_UNREADABLE), time(new byte[] {-1}));
  }

  private static OldTime without(Problem problem) {
    return new OldTime(Optional.empty(), Optional.of(problem));
  }

  private static OldTime read(String text) {
    return time(text);
  }

  private static OldTime time(Object value) {
    return OldTime.of(new OldValue(value), LATEST);
  }
}
