package dev.parley.bench.row;

import dev.parley.bench.append.AppendSenders;
import dev.parley.bench.machine.CpuTime;
import dev.parley.bench.report.Figures;
import dev.parley.stack.run.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The history service alone, over its internal HTTP. */
final class Append implements Procedure {

  private static final List<Integer> SENDERS = List.of(1, 64, 512);
  private static final double NANOS_IN_SECOND = 1e9;

  @Override
  public void run(Bench bench) {
    bench.settle(bench.parley());
    List<Integer> conversations = List.of(1, bench.scale().appendConversations());
    for (int count : conversations) {
      heatUp(bench, count);
    }
    for (int repetition = 0; repetition < bench.scale().repetitions(); repetition++) {
      SENDERS.forEach(senders -> conversations.forEach(count -> measure(bench, senders, count)));
    }
  }

  /** Also creates the conversations. */
  private static void heatUp(Bench bench, int conversations) {
    var unused = measured(bench, SENDERS.getLast(), conversations, bench.scale().heatUp());
  }

  private static void measure(Bench bench, int senders, int conversations) {
    bench.record(
        String.format(Locale.ROOT, "senders %d, conversations %,d", senders, conversations),
        bench.parley(),
        () -> measured(bench, senders, conversations, bench.scale().warmUp()));
  }

  private static Figures measured(
      Bench bench, int senderCount, int conversations, Duration warmUp) {
    try (AppendSenders senders = new AppendSenders(bench.parley(), senderCount, conversations)) {
      senders.start();
      Pause.of(warmUp);
      long stored = senders.stored();
      long began = System.nanoTime();
      CpuTime cpu = CpuTime.of(bench.parley().processes());
      senders.counting(true);
      Pause.of(bench.scale().measured());
      senders.counting(false);
      long count = senders.stored() - stored;
      double seconds = (System.nanoTime() - began) / NANOS_IN_SECOND;
      return Figures.none()
          .with("messages/s", count / seconds)
          .with("p50 ms", senders.millis(50))
          .with("p99 ms", senders.millis(99))
          .withCpuPerMillion(CpuTime.of(bench.parley().processes()).since(cpu), count);
    }
  }
}
