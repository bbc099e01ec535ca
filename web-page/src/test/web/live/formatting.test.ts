import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { continued, emojiWordAt, indented, isAddress, isInCode, linked, replaced, tableOf, toggled, type Writing } from "../../../main/resources/web/app/live/formatting.ts";

/** From `a [selected] text`, where `|` stands for both brackets. */
function writing(shown: string): Writing {
  const text = shown.replace(/[«»|]/g, "");
  const from = shown.search(/[«|]/);
  return { text, from, to: shown.includes("»") ? shown.indexOf("»") - 1 : from };
}

function shown({ text, from, to }: Writing): string {
  return from === to ? `${text.slice(0, from)}|${text.slice(to)}` : `${text.slice(0, from)}«${text.slice(from, to)}»${text.slice(to)}`;
}

test("markers go around what is selected, and away again", () => {
  equal(shown(toggled(writing("a «b» c"), "**")), "a **«b»** c");
  equal(shown(toggled(writing("a **«b»** c"), "**")), "a «b» c");
  equal(shown(toggled(writing("a «**b**» c"), "**")), "a «b» c");
  equal(shown(toggled(writing("a «b »c"), "*")), "a *«b»* c");
  equal(shown(toggled(writing("a |"), "~~")), "a ~~|~~");
  equal(shown(toggled(writing("a ~~|~~"), "~~")), "a |");
});

test("emphasis and strong do not take each other for their own", () => {
  equal(shown(toggled(writing("**«b»**"), "*")), "***«b»***");
  equal(shown(toggled(writing("***«b»***"), "*")), "**«b»**");
  equal(shown(toggled(writing("***«b»***"), "**")), "*«b»*");
});

test("a link has the selection as its name", () => {
  equal(shown(linked(writing("see «plan» now"))), "see [plan](|) now");
  equal(shown(linked(writing("see |"))), "see [|]()");
  equal(shown(linked(writing("see «plan» now"), "https://a.example")), "see [plan](https://a.example)| now");
});

test("lists and quotes go on by themselves, and an empty item ends them", () => {
  for (const [before, after] of [
    ["- a|", "- a\n- |"],
    ["  * a|", "  * a\n  * |"],
    ["9. a|", "9. a\n10. |"],
    ["3) a|", "3) a\n4) |"],
    ["- [x] a|", "- [x] a\n- [ ] |"],
    ["> a|", "> a\n> |"],
    ["- a\n- |", "- a\n|"],
    ["> a\n> |", "> a\n|"],
    ["- a«b»", "- a\n- |"],
  ] as const) {
    const made = continued(writing(before));
    equal(made === null ? null : shown(made), after);
  }
  for (const other of ["a|", "-a|", "|- a", "1.a|", "```\n- a|"]) {
    equal(continued(writing(other)), null);
  }
});

test("what stands between fences is code", () => {
  equal(isInCode(writing("```\na|")), true);
  equal(isInCode(writing("```java\na\n```\nb|")), false);
  equal(isInCode(writing("a ```b``` c|")), false);
});

test("lines are indented together, and back", () => {
  equal(shown(indented(writing("a|b"), false)), "a  |b");
  equal(shown(indented(writing("«a\nb»\nc"), false)), "  «a\n  b»\nc");
  equal(shown(indented(writing("  «a\n  b»\nc"), true)), "«a\nb»\nc");
  equal(shown(indented(writing("a|"), true)), "a|");
});

test("the cells of a spreadsheet become a table", () => {
  equal(tableOf("a\tb\r\n1\tx|y\r\n"), "| a | b |\n| --- | --- |\n| 1 | x\\|y |");
  for (const other of ["a\tb", "a\nb", "a\tb\nc", "\tindented\n\t\tcode", ""]) {
    equal(tableOf(other), null);
  }
});

test("an address is nothing but one", () => {
  deepEqual(["https://a.example/x", " HTTP://a ", "see https://a.example", "javascript:x", "https://a b"].map(isAddress), [true, true, false, false, false]);
});

test("a colon and two letters ask for an emoji", () => {
  for (const [text, word] of [
    ["see :th|", "th"],
    [":thumbs_up|", "thumbs up"],
    ["(:größe|", "größe"],
    ["at 10:30|", null],
    [":-)|", null],
    [":D|", null],
    ["```\n:th|", null],
    [":th «x»", null],
  ] as const) {
    equal(emojiWordAt(writing(text))?.text ?? null, word);
  }
  const before = writing("see :th| now");
  equal(shown(replaced(before, emojiWordAt(before)!, "👍")), "see 👍| now");
});
