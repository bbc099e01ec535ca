import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { firstOf } from "../../../main/resources/web/app/live/selection.ts";

const byNumber = (one: number, other: number) => one - other;

test("the first few are those that sorting would bring to the front", () => {
  const numbers = Array.from({ length: 500 }, (_, index) => (index * 7_919) % 501);
  for (const count of [0, 1, 30, 500, 600]) {
    deepEqual(firstOf(numbers, count, byNumber), [...numbers].sort(byNumber).slice(0, count));
  }
});

test("those that are equal keep their order", () => {
  const byFirst = (one: string, other: string) => one.charCodeAt(0) - other.charCodeAt(0);
  deepEqual(firstOf(["b1", "a1", "b2", "a2", "b3"], 4, byFirst), ["a1", "a2", "b1", "b2"]);
});
