import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { piecesOf } from "../../../main/resources/web/app/live/markup.ts";

const shape = (content: string) => piecesOf(content).map(({ kind, text }) => `${kind}:${text}`);

test("what has no markup is one piece, its line breaks and tags included", () => {
  deepEqual(shape("one\n<b>two</b>\n\nthree & `four"), ["text:one\n<b>two</b>\n\nthree & `four"]);
  deepEqual(shape(""), []);
});

test("links are found, and end before what belongs to the sentence", () => {
  deepEqual(shape("See https://a.example/x?y=1#z, or (http://b.example/c_(d))."), [
    "text:See ",
    "link:https://a.example/x?y=1#z",
    "text:, or (",
    "link:http://b.example/c_(d)",
    "text:).",
  ]);
});

test("a link ends before the punctuation of any language, and keeps an apostrophe inside", () => {
  for (const end of ["。", "，", "」", "»", "、", "؟", "।", "”", "’", "'", "…", "——", "！次の文", "」と言った"]) {
    deepEqual(shape(`看https://a.example/x${end}`), ["text:看", "link:https://a.example/x", `text:${end}`]);
  }
  for (const link of [
    "HTTPS://A.example/X",
    "https://a.example/Schindler's_List",
    "https://a.example/東京/々",
    "https://a.example/a-",
    "https://a.example/?q={x}",
  ]) {
    deepEqual(shape(`see ${link}, please`), ["text:see ", `link:${link}`, "text:, please"]);
  }
  deepEqual(shape("{https://a.example}"), ["text:{", "link:https://a.example", "text:}"]);
});

test("no link has a character that hides or turns what it opens", () => {
  for (const point of [0x00ad, 0x061c, 0x200b, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, 0x0007]) {
    const trick = String.fromCodePoint(point);
    deepEqual(shape(`https://a.example/${trick}gpj.exe`), ["link:https://a.example/", `text:${trick}gpj.exe`]);
  }
});

test("only http and https are links", () => {
  for (const text of ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "https://", "xhttps://a.example"]) {
    deepEqual(shape(text), [`text:${text}`]);
  }
});

test("code stands in backticks or between fences, and has no links in it", () => {
  deepEqual(shape("use `https://a.example` here"), ["text:use ", "code:https://a.example", "text: here"]);
  deepEqual(shape("look:\n```java\nint a;\n\n  b();\n```\ndone"), ["text:look:", "block:int a;\n\n  b();", "text:done"]);
  deepEqual(shape("```one line```"), ["block:one line"]);
  deepEqual(shape("```\nnever closed"), ["text:```\nnever closed"]);
});

test("nothing is lost or slow, whatever is written", () => {
  const alphabet = ["`", "```", "\n", "https://a.b", "(", ")", ".", " ", "é", "<"];
  for (let round = 0; round < 300; round++) {
    const content = Array.from({ length: 40 }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join("");
    const kept = piecesOf(content).map(({ text }) => text).join("");
    equal(kept.replace(/[`\s]/g, ""), content.replace(/[`\s]/g, ""));
  }
  const started = Date.now();
  ["`", "```\n", "https://", "(", "😀x", "https://a.b/.,", "https://a.b/))", "HTTP"].forEach((part) => piecesOf(part.repeat(4_000 / part.length)));
  equal(Date.now() - started < 2_000, true);
});
