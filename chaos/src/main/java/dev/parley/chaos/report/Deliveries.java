package dev.parley.chaos.report;

import dev.parley.chaos.evidence.Evidence;

/**
 * Delivery times to other clients that were connected all the time.
 *
 * @param quiet times of messages that met no fault
 * @param quietSentOnce the same, but only messages that were sent once; their senders had not just
 *     dropped their own connections
 * @param faulted times of messages that were under way during a fault, or were sent up to five
 *     seconds after one
 * @param longestGap nanoseconds from the first sign of a message anywhere until a client saw it
 *     that was connected before
 */
record Deliveries(Latencies quiet, Latencies quietSentOnce, Latencies faulted, long longestGap) {

  static Deliveries of(Evidence evidence) {
    return new DeliveryTimes(evidence).all();
  }
}
