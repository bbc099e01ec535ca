package dev.parley.fuzz.input;

import java.util.List;

/**
 * All inputs of a seed.
 *
 * @param operations the operations that the services describe
 */
public record Inputs(long seed, List<Operation> operations) {

  /** Spreads consecutive numbers over all seeds (Knuth, 6.4). */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** A user who exists during the run, because some inputs are addressed to somebody. */
  public static final String WITNESS = Words.WITNESS;

  public Inputs {
    operations = operations.stream().filter(operation -> !operation.isDestructive()).toList();
  }

  /** The input with this number, always the same. */
  public Input draw(long number) {
    Dice dice = new Dice((seed + number * GOLDEN) ^ (number >>> 7));
    return switch (dice.below(20)) {
      case 0 -> HandshakeInputs.draw(dice);
      case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> HttpInputs.draw(dice, operations);
      default -> FrameInputs.draw(dice);
    };
  }

  /** The handshake of a connection for frames. */
  public static String handshake(boolean second) {
    return HandshakeInputs.proper(second);
  }
}
