package dev.parley.tools.doctor;

/**
 * One line of the doctor's report.
 *
 * @param advice what to do; empty if nothing is wrong
 */
public record Finding(boolean isFine, String what, String advice) {

  static Finding fine(String what) {
    return new Finding(true, what, "");
  }

  static Finding wrong(String what, String advice) {
    return new Finding(false, what, advice);
  }

  static Finding of(boolean isFine, String what, String advice) {
    return isFine ? fine(what) : wrong(what, advice);
  }

  @Override
  public String toString() {
    return isFine ? "✓ " + what : "✗ %s%n    → %s".formatted(what, advice);
  }
}
