package dev.parley.protocol;

/**
 * Tells which text PostgreSQL keeps as it is: without NUL and without halves of surrogate pairs.
 */
public final class StorableText {

  private StorableText() {}

  public static boolean isStorable(String text) {
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (isNulOrSurrogate(codePoint)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNulOrSurrogate(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
