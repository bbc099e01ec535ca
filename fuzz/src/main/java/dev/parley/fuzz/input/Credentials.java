package dev.parley.fuzz.input;

/** The sender that a request claims to have. */
enum Credentials {
  BEARER(true),
  NONE(false),
  NONSENSE(false),
  OWN_COOKIE(true),
  STRANGERS_COOKIE(true);

  private final boolean good;

  Credentials(boolean good) {
    this.good = good;
  }

  static Credentials draw(Dice dice) {
    return dice.onceIn(2) ? BEARER : dice.oneOf(values());
  }

  /** Whether they suffice, or may suffice. */
  boolean areGood() {
    return good;
  }

  void addTo(RequestText request) {
    switch (this) {
      case BEARER -> request.header("Authorization", "Bearer {token}");
      case NONE -> {}
      case NONSENSE -> request.nonsense("Authorization");
      case OWN_COOKIE -> request.header("Cookie", "parley_session={token}");
      case STRANGERS_COOKIE -> {
        request.header("Cookie", "parley_session={token}");
        request.header("Origin", "https://elsewhere.example");
        request.header("Sec-Fetch-Site", "cross-site");
      }
    }
  }
}
