package dev.parley.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results for people. */
public final class Table {

  private static final String LINE = "  %-24s %12s   %-25s %12s %9s";
  private static final String NOTHING = "";
  private static final double FROM_NO_DIGITS = 100;
  private static final double FROM_ONE_DIGIT = 10;

  private Table() {}

  public static List<String> lines(Results results) {
    List<String> lines = new ArrayList<>();
    results.all().forEach(measurement -> lines.addAll(lines(measurement)));
    return lines;
  }

  public static List<String> lines(Measurement measurement) {
    List<String> lines = new ArrayList<>();
    lines.add(NOTHING);
    lines.add("%s: %s".formatted(measurement.row(), measurement.title()));
    if (measurement.voidReason().isPresent()) {
      lines.add("  void: " + measurement.voidReason().get());
      return lines;
    }
    lines.add(LINE.formatted(NOTHING, "median", "least – most", "floor", "ratio").stripTrailing());
    measurement.figures().forEach(figure -> lines.add(line(measurement, figure)));
    return lines;
  }

  private static String line(Measurement measurement, String figure) {
    Optional<Spread> ours = measurement.spread(Measurement.PARLEY, figure);
    Optional<Spread> floor = measurement.spread(Measurement.FLOOR, figure);
    return LINE.formatted(
            figure,
            ours.map(it -> number(it.median())).orElse(NOTHING),
            ours.map(it -> number(it.least()) + " – " + number(it.most())).orElse(NOTHING),
            floor.map(it -> number(it.median())).orElse(NOTHING),
            measurement.ratioToFloor(figure).map(Table::number).orElse(NOTHING))
        .stripTrailing();
  }

  /** Three significant digits, with separators for thousands. */
  static String number(double value) {
    if (value >= FROM_NO_DIGITS) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, value >= FROM_ONE_DIGIT ? "%.1f" : "%.2f", value);
  }
}
