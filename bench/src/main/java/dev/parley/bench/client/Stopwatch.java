package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Times from the moment at which a message was to be sent to the moment at which a client read it,
 * of every message to every client. Parley brings the first back in the content. The floor's frames
 * are all the same: there, one sender's n-th message is what every client gets as the n-th.
 */
public final class Stopwatch implements Latencies {

  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final int DIGITS = 3;
  private static final double NANOS_IN_MILLI = 1e6;

  private final boolean byOrder;
  private final Histogram times = new Histogram(LONGEST_NANOS, DIGITS);
  private long[] sentAt = new long[1024];
  private int sent;
  private boolean running;

  public Stopwatch(Crowd crowd) {
    this.byOrder = !crowd.isOfParley();
  }

  /** A message was to be sent at this time; on the event loop. */
  public void sent(long nanos) {
    if (!byOrder) {
      return;
    }
    if (sent == sentAt.length) {
      sentAt = Arrays.copyOf(sentAt, 2 * sent);
    }
    sentAt[sent++] = nanos;
  }

  /** What comes before is not counted; on the event loop. */
  public void run(boolean on) {
    running = on;
  }

  @Override
  public void delivered(
      ChatReader reader, ByteBuf bytes, int start, int length, long place, long now) {
    if (running) {
      long began = byOrder ? sentAt[(int) place] : reader.sentAt(bytes, start, length);
      times.recordValue(Math.clamp(now - began, 0, LONGEST_NANOS));
    }
  }

  public double millis(double percentile) {
    return times.getValueAtPercentile(percentile) / NANOS_IN_MILLI;
  }
}
