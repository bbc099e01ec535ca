package dev.parley.protocol;

/**
 * Tells which text PostgreSQL keeps as it is: without NUL and without halves of surrogate pairs.
 */
public final class StorableText {

  private StorableText() {}

  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(StorableText::isNulOrSurrogate);
  }

  private static boolean isNulOrSurrogate(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
