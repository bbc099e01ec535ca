package dev.parley.http;

/** What only other services may ask for; no edge routes it. */
final class InternalPaths {

  private static final String ROOT = "/internal";

  private InternalPaths() {}

  static boolean contain(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }
}
