package dev.parley.chaos.check;

/** How a delivered place relates to the places before it. */
enum Step {
  NEXT("is in order"),
  DUPLICATE("was shown again"),
  LATE("was shown late, after later messages"),
  GAP("was shown before its turn");

  private final String text;

  Step(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
