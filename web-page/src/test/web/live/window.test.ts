import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { MessageWindow } from "../../../main/resources/web/app/live/window.ts";
import { messages } from "./testing.ts";

const ends = (window: MessageWindow, all: ReturnType<typeof messages>) => {
  const { items: shown, hasEarlier, hasLater } = window.of(all);
  return [shown[0]?.seq, shown.at(-1)?.seq, hasEarlier, hasLater];
};

test("shows all of a few messages", () => {
  const window = new MessageWindow();
  deepEqual(ends(window, []), [undefined, undefined, false, false]);
  deepEqual(ends(window, messages(3, 9)), [3, 9, false, false]);
  equal(window.earlier(messages(3, 9)), false);
});

test("at the end it shows the last ones, whatever comes", () => {
  const window = new MessageWindow();
  deepEqual(ends(window, messages(1, 1_000)), [761, 1_000, true, false]);
  deepEqual(ends(window, messages(1, 1_001)), [762, 1_001, true, false]);
});

test("elsewhere it stays where it is, whatever comes below or above", () => {
  const window = new MessageWindow();
  window.hold(messages(500, 1_000));
  deepEqual(ends(window, messages(500, 1_400)), [761, 1_000, true, true]);
  deepEqual(ends(window, messages(1, 1_400)), [761, 1_000, true, true]);
  window.toEnd();
  deepEqual(ends(window, messages(1, 1_400)), [1_161, 1_400, true, false]);
});

test("a reader gets from the last of 100,000 messages to the first, and back", () => {
  const window = new MessageWindow();
  const all = messages(1, 100_000);
  window.hold(all);
  while (window.earlier(all)) {
    ok(window.of(all).items.length <= 240);
  }
  deepEqual(ends(window, all), [1, 240, false, true]);
  while (window.later(all)) {
    ok(window.of(all).items.length <= 240);
  }
  equal(window.of(all).items.at(-1)?.seq, 100_000);
});
