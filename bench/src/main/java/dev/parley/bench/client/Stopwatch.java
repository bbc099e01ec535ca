package dev.parley.bench.client;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Measures the time from the moment at which a message was due until a client read it, for every
 * message and client. Parley returns the first time in the content. The floor's frames are all the
 * same; there, the n-th message of the one sender is the n-th that every client gets.
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

  /** A message was due at this time. Call it on the event loop. */
  public void sent(long nanos) {
    if (!byOrder) {
      return;
    }
    if (sent == sentAt.length) {
      sentAt = Arrays.copyOf(sentAt, 2 * sent);
    }
    sentAt[sent++] = nanos;
  }

  /** Starts counting. Call it on the event loop. */
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
