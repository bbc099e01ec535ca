import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findEmoji, stepIn, type NamedEmoji } from "../../../main/resources/web/app/live/emoji-search.ts";
import { de } from "../../../main/resources/web/app/texts/de.ts";
import { en } from "../../../main/resources/web/app/texts/en.ts";

const groupsIn = (language: string) =>
  JSON.parse(readFileSync(`src/main/resources/web/public/emoji/${language}.json`, "utf8")) as NamedEmoji[][];
const find = (language: string, wanted: string) => findEmoji(groupsIn(language).flat(), wanted).map(([emoji]) => emoji);

test("emoji are found by name in the reader's language, whatever its case and accents", () => {
  equal(find("en", "party pop")[0], "🎉");
  equal(find("de", "Katzengesicht")[0], "🐱");
  equal(find("de", "FROHLICH").length > 0, true);
  ok(find("en", "thumbs up").includes("👍"));
  deepEqual(find("en", "nothing has this name"), []);
});

test("every language has the same emoji, each once, and a name for every group", () => {
  const [english, german] = [groupsIn("en"), groupsIn("de")];
  deepEqual(english.map((group) => group.map(([emoji]) => emoji)), german.map((group) => group.map(([emoji]) => emoji)));
  equal(new Set(english.flat().map(([emoji]) => emoji)).size, english.flat().length);
  for (const { emoji } of [en, de]) {
    equal(emoji.groups.length, english.length);
  }
});

test("arrows go through the grid and not beyond", () => {
  deepEqual(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "a"].map((key) => stepIn(20, 8, 9, key)), [8, 10, 1, 17, null]);
  deepEqual([stepIn(20, 8, 0, "ArrowUp"), stepIn(20, 8, 19, "ArrowRight")], [null, null]);
});
