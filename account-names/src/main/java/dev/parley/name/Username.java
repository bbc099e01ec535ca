package dev.parley.name;

/**
 * A name that an account may have.
 *
 * @param spelling as its owner wrote it, trimmed, in Unicode's form NFKC
 * @param folded the same for all spellings that differ by case only
 * @param skeleton the same for all names that look alike
 */
public record Username(String spelling, String folded, String skeleton) {}
