package dev.parley.bench;

import dev.parley.bench.client.ClientLoop;
import dev.parley.bench.machine.Cores;
import dev.parley.bench.machine.OpenFiles;
import dev.parley.bench.report.Report;
import dev.parley.bench.report.Results;
import dev.parley.bench.row.Bench;
import dev.parley.bench.row.FrameLength;
import dev.parley.bench.row.Scale;
import dev.parley.bench.server.FloorProcess;
import dev.parley.bench.server.ParleyServer;
import dev.parley.stack.run.RunFolder;
import dev.parley.stack.run.RunLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One run: it starts its own Parley and floor, measures the rows and reports. It ends everything
 * that it started.
 */
final class BenchRun {

  private final BenchOptions options;
  private final Consumer<String> progress;
  private final Results results = new Results();
  private final Map<String, Object> circumstances = new LinkedHashMap<>();

  BenchRun(BenchOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Whether every row counts. */
  boolean run() {
    RunFolder folder = RunFolder.prepare(options.data(), "bench", "one");
    RunLog.writeTo(folder.path().resolve("bench.log"));
    int mostConnections = OpenFiles.mostConnections();
    Scale scale =
        options.quick()
            ? Scale.quick(options.repetitions())
            : Scale.full(options.repetitions(), mostConnections);
    Cores cores = Cores.find();
    tell("cores", cores.note());
    tell("java", Runtime.version().toString());
    tell("most connections", mostConnections);
    tell("repetitions", scale.repetitions());
    measure(folder, scale, cores);
    options.report().ifPresent(new Report(circumstances, results)::write);
    progress.accept("");
    progress.accept(results.isSound() ? "Every row counts." : "Not every row counts.");
    folder.finish(results.isSound(), progress);
    return results.isSound();
  }

  private void tell(String what, Object value) {
    circumstances.put(what, value);
    progress.accept("%s: %s".formatted(what, value));
  }

  private void measure(RunFolder folder, Scale scale, Cores cores) {
    try (ParleyServer parley =
            ParleyServer.start(folder.path().resolve("one"), 1, scale.users(), cores, progress);
        ClientLoop loop = new ClientLoop()) {
      int frameBytes = FrameLength.measure(loop, parley);
      tell("bytes of a message's frame", frameBytes);
      try (FloorProcess floor =
          FloorProcess.start(frameBytes, folder.path().resolve("floor.log"), cores)) {
        Bench bench =
            new Bench(
                scale,
                loop,
                parley,
                floor,
                new FurtherServers(folder.path(), scale.users(), cores, progress),
                results,
                progress);
        options.rows().forEach(row -> row.measure(bench));
      }
    }
  }
}
