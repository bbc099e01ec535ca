package dev.parley.http;

/** What only other services may ask for, at the {@link InternalPort}. */
final class InternalPaths {

  static final String ROOT = "/internal";

  private InternalPaths() {}

  static boolean contain(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }
}
