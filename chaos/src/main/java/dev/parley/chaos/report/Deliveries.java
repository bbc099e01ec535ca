package dev.parley.chaos.report;

import dev.parley.chaos.evidence.Evidence;

/**
 * How long messages took to others that were connected all the time.
 *
 * @param quiet of messages that met no fault
 * @param quietSentOnce of those among them that were sent once: their senders had not just let
 *     their own connections go
 * @param faulted of those that were on their way during a fault, or sent up to five seconds after
 *     it
 * @param longestGap nanoseconds between the first sign of a message anywhere and its showing to a
 *     client that had been connected before
 */
record Deliveries(Latencies quiet, Latencies quietSentOnce, Latencies faulted, long longestGap) {

  static Deliveries of(Evidence evidence) {
    return new DeliveryTimes(evidence).all();
  }
}
