package dev.parley.bench;

import dev.parley.bench.row.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run measures.
 *
 * @param rows in the order of the table
 * @param repetitions how often each measurement is repeated, alternating with those that it is
 *     compared to
 * @param data a new folder to keep; without one, the run makes a folder and deletes it after a
 *     success
 * @param quick small numbers, to see that everything works
 */
public record BenchOptions(
    List<Row> rows, int repetitions, Optional<Path> report, Optional<Path> data, boolean quick) {
  public BenchOptions {
    rows = List.copyOf(rows);
  }
}
