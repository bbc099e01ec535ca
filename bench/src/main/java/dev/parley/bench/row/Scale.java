package dev.parley.bench.row;

import java.time.Duration;
import java.util.List;

/**
 * The sizes of a benchmark.
 *
 * @param fanOut numbers of receivers in the fan-out rows
 * @param receivers number of receivers in all other rows that have many
 * @param fewReceivers number of receivers in the small chat of the latency row
 * @param deep messages in flight that leave the server no pause
 * @param pairs pairs of users who talk to each other
 * @param appendConversations number of conversations in the append row with many
 * @param idle numbers of idle connections, the smaller one first
 * @param joining number of users in the join storm
 * @param heatUp load on each crowd before its first measurement, so that all code is compiled
 * @param warmUp time before each measurement that does not count
 */
public record Scale(
    int repetitions,
    List<Integer> fanOut,
    int receivers,
    int fewReceivers,
    int deep,
    int pairs,
    int appendConversations,
    List<Integer> idle,
    int joining,
    Duration joinWithin,
    Duration heatUp,
    Duration warmUp,
    Duration measured) {

  public Scale {
    fanOut = List.copyOf(fanOut);
    idle = List.copyOf(idle);
  }

  /**
   * @param mostConnections the most that the machine allows
   */
  public static Scale full(int repetitions, int mostConnections) {
    return new Scale(
        repetitions,
        List.of(100, 1_000, 5_000),
        1_000,
        200,
        512,
        5_000,
        1_000,
        List.of(Math.min(5_000, mostConnections / 2), Math.min(18_000, mostConnections)),
        1_000,
        Duration.ofSeconds(2),
        Duration.ofSeconds(25),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5));
  }

  /** Small sizes, to see that everything works. The figures mean nothing. */
  public static Scale quick(int repetitions) {
    return new Scale(
        repetitions,
        List.of(50),
        50,
        20,
        64,
        100,
        20,
        List.of(100, 300),
        200,
        Duration.ofMillis(500),
        Duration.ofMillis(200),
        Duration.ofMillis(200),
        Duration.ofSeconds(1));
  }

  /** The number of users. If there are more clients, some users have several. */
  public int users() {
    return Math.max(receivers, joining);
  }
}
