package dev.parley.bench.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SequencesTest {

  private static final long GLOBAL = ChatReader.GLOBAL;
  private static final long DIRECT = 12L << 32 | 57;

  private final Sequences sequences = new Sequences();

  @Test
  void aClientMayBeginAnywhere() {
    sequences.seen(GLOBAL, 17);
    sequences.seen(GLOBAL, 18);
    sequences.seen(DIRECT, 1);
    sequences.seen(DIRECT, 2);
    sequences.seen(GLOBAL, 19);
  }

  @Test
  void aGapIsALoss() {
    sequences.seen(GLOBAL, 17);
    VoidedException lost = assertThrows(VoidedException.class, () -> sequences.seen(GLOBAL, 19));
    assertEquals("a client got seq 19 after seq 17", lost.getMessage());
  }

  @Test
  void aRepetitionAndAStepBackAreNoticedToo() {
    sequences.seen(DIRECT, 17);
    assertThrows(VoidedException.class, () -> sequences.seen(DIRECT, 17));
    assertThrows(VoidedException.class, () -> sequences.seen(DIRECT, 16));
  }
}
