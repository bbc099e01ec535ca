package dev.parley.tools.predecessor;

import java.util.Locale;
import java.util.function.Consumer;

/** Reports each tenth of the messages. */
final class MessageProgress {

  private static final int PARTS = 10;

  private final long all;
  private final Consumer<String> lines;
  private long done;

  MessageProgress(long all, Consumer<String> lines) {
    this.all = all;
    this.lines = lines;
  }

  void oneMore() {
    done++;
    if (done * PARTS / all > (done - 1) * PARTS / all) {
      lines.accept(String.format(Locale.ROOT, "  %d of %d messages", done, all));
    }
  }
}
