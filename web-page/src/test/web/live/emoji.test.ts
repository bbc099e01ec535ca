import { equal } from "node:assert/strict";
import { test } from "node:test";
import { isOnlyEmoji, patterns } from "../../../main/resources/web/app/live/emoji.ts";

const ENGLAND = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}";

test("a few emoji alone are told from everything else, also by a browser that knows no sets of strings", () => {
  for (const pattern of patterns) {
    for (const text of ["👍", "👍🏽 🎉", "❤️", "👨‍👩‍👧‍👦", "🇩🇪🇫🇷", ENGLAND, "1️⃣#️⃣*️⃣", "👩🏽‍🚀", "🏳️‍🌈", "©️"]) {
      equal(isOnlyEmoji(text, pattern), true, text);
    }
    for (const text of ["", "ok 👍", "1", "#", "©", "®", "™", "↔", "👍👍👍👍👍👍", "🏴x", "👍\u200d"]) {
      equal(isOnlyEmoji(text, pattern), false, text);
    }
  }
});
