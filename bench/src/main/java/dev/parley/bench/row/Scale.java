package dev.parley.bench.row;

import java.time.Duration;
import java.util.List;

/**
 * How much of everything.
 *
 * @param fanOut numbers of receivers of the fan-out rows
 * @param receivers of every other row that has many
 * @param fewReceivers of the latency of a small chat
 * @param deep messages in flight where the server is to have no pause
 * @param pairs of users that talk to each other
 * @param appendConversations of the append, where there are many
 * @param idle numbers of idle connections, the smaller one first
 * @param joining users of the join storm
 * @param heatUp of each crowd before its first measurement, so that all code is compiled
 * @param warmUp before each measurement
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
   * @param mostConnections that the machine allows
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

  /** To see that everything works; its figures mean nothing. */
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
        50,
        Duration.ofMillis(500),
        Duration.ofMillis(200),
        Duration.ofMillis(200),
        Duration.ofSeconds(1));
  }

  /** Users that there are. Where there are more clients, some users have several. */
  public int users() {
    return Math.max(receivers, joining);
  }
}
