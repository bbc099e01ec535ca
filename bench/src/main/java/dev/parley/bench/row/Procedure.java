package dev.parley.bench.row;

/** How a row is measured. */
@FunctionalInterface
interface Procedure {

  /** Measures all of it, every repetition, and records it. */
  void run(Bench bench);
}
