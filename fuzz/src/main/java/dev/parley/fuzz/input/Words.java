package dev.parley.fuzz.input;

import java.util.List;

/** Strings that have broken software before. */
final class Words {

  /** Somebody who exists. */
  static final String WITNESS = "fuzz-witness";

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "\u0000",
          "\n",
          "\r\nX-Injected: 1",
          "' OR '1'='1",
          "\"; DROP TABLE auth.sessions; --",
          "%",
          "_",
          "\\",
          "%00",
          "%2e%2e%2f",
          "../../../../etc/passwd",
          "..;/",
          "<script>alert(1)</script>",
          "{{7*7}}",
          "${jndi:ldap://127.0.0.1/a}",
          "#{7*7}",
          "%s%n%x",
          "null",
          "undefined",
          "__proto__",
          "-1",
          "0",
          "NaN",
          "1e400",
          "9007199254740992",
          "9223372036854775807",
          "-9223372036854775808",
          "99999999999999999999999",
          "0x10",
          "1.5",
          "true",
          "\uFEFF",
          "\u202Eada",
          "\uD83D\uDE00",
          "\u0130\u0131",
          "a\u0301\u0301\u0301\u0301",
          "global",
          "dm-1-2",
          "dm-2-1",
          "dm-1-1",
          "dm-1-9007199254740991",
          "dm-0-0",
          "dm--1-2",
          "dm-1-2-3",
          "room-1",
          "*",
          "PING\r\nFLUSHALL\r\n",
          "$(sleep 5)",
          "() { :; }; echo",
          "A".repeat(300),
          "%F0%9F%98%80".repeat(40));

  /** All names of fields that a service reads in a body or a frame. */
  private static final List<String> FIELDS =
      List.of(
          "type",
          "content",
          "recipient",
          "client_id",
          "is_typing",
          "conversation",
          "conversations",
          "seq",
          "username",
          "password",
          "cookie",
          "current_password",
          "new_password",
          "user_id",
          "token_hashes",
          "");

  private Words() {}

  static String nasty(Dice dice) {
    return dice.oneOf(NASTY);
  }

  static String field(Dice dice) {
    return dice.oneOf(FIELDS);
  }
}
