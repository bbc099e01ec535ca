package dev.parley.bench.row;

/** Measures a row. */
@FunctionalInterface
interface Procedure {

  /** Measures everything in every repetition, and records it. */
  void run(Bench bench);
}
