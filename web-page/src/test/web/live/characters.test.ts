import { equal } from "node:assert/strict";
import { test } from "node:test";
import {
  characters,
  contentOf,
  isBlank,
  usernameOf,
} from "../../../main/resources/web/app/live/characters.ts";

test("characters are code points, as the server counts them", () => {
  equal(characters("😀".repeat(100)), 100);
  equal(characters("é"), 1);
  equal(characters(""), 0);
});

test("only the line breaks at the end are left out of a message", () => {
  equal(contentOf("    indented\n  more  \n\n"), "    indented\n  more  ");
  equal(contentOf("\n\nlow"), "\n\nlow");
  equal(characters(contentOf(`${"x".repeat(4_000)}\n`)), 4_000);
  equal(contentOf("\n\n"), "");
});

test("blank is what the server calls blank", () => {
  for (const text of ["", " ", "\n\t", "\u2003\u3000", "\u001c", "\u2028"]) {
    equal(isBlank(text), true, JSON.stringify(text));
  }
  for (const text of ["x", " . ", "\u00a0", "\u202f", "\ufeff", "\u200b"]) {
    equal(isBlank(text), false, JSON.stringify(text));
  }
});

test("a username is read without spaces around it and in its plainest form", () => {
  equal(usernameOf("\u3000 ａｄａ\u0085\n"), "ada");
});
