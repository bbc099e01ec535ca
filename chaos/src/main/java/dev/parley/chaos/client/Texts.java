package dev.parley.chaos.client;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps one copy of each text for all clients, because a run delivers every message dozens of
 * times.
 */
final class Texts {

  private static final ConcurrentMap<String, String> TEXTS = new ConcurrentHashMap<>();

  private Texts() {}

  /** Empty for null. */
  static String once(String text) {
    if (text == null) {
      return "";
    }
    String known = TEXTS.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
