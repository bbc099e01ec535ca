package dev.parley.chaos.client;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps each text once for all clients: a run delivers every message some dozens of times. */
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
