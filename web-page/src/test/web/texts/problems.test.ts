import { deepEqual, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { de } from "../../../main/resources/web/app/texts/de.ts";
import { en } from "../../../main/resources/web/app/texts/en.ts";

/** Services say it to each other, never to a page. */
const NEVER_SEEN = "service_secret_required";

const ROW = /^\| `([a-z_]+)` \| \d{3} \|/gm;

test("every error that a page can see has a text in each language", () => {
  const document = readFileSync("../docs/protocol.md", "utf8");
  const codes = [...document.matchAll(ROW)].map(([, code]) => code).filter((code) => code !== NEVER_SEEN);
  ok(codes.length > 20, "the table of error codes is found");
  for (const { problems } of [en, de]) {
    deepEqual(Object.keys(problems).sort(), codes.sort());
    ok(Object.values(problems).every((text) => text !== ""));
  }
});

test("no German text is an English one", () => {
  deepEqual(Object.values(de.problems).filter((text) => Object.values(en.problems).includes(text)), []);
});
