import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { ClientFrame } from "../../../main/resources/web/app/live/frames.ts";
import { TypingSignal, Typists } from "../../../main/resources/web/app/live/typing.ts";
import { TestingClock } from "./testing.ts";

const typing = (username: string, is_typing: boolean) =>
  ({ type: "typing", username, is_typing, conversation: "global" }) as const;

test("typists come, go, and are forgotten when their end got lost", () => {
  const clock = new TestingClock();
  const typists = new Typists(clock, () => {});
  typists.heard(typing("bob", true));
  typists.heard(typing("eve", true));
  deepEqual(typists.in("global"), ["bob", "eve"]);
  typists.heard(typing("bob", false));
  deepEqual(typists.in("global"), ["eve"]);
  clock.pass(8_000);
  deepEqual(typists.in("global"), []);
});

test("tells at once, again every three seconds, and the end after five without a key", () => {
  const clock = new TestingClock();
  const sent: boolean[] = [];
  const signal = new TypingSignal(clock, (frame) => sent.push((frame as ClientFrame & { type: "typing" }).is_typing));
  for (let key = 0; key < 8; key++) {
    signal.typed("global");
    clock.pass(500);
  }
  deepEqual(sent, [true, true]);
  clock.pass(5_000);
  deepEqual(sent, [true, true, false]);
  clock.pass(60_000);
  equal(sent.length, 3);
});

test("tells the one conversation of the end before it tells the other of the start", () => {
  const sent: ClientFrame[] = [];
  const signal = new TypingSignal(new TestingClock(), (frame) => sent.push(frame));
  signal.typed("global");
  signal.typed("dm-1-2");
  deepEqual(sent, [
    { type: "typing", conversation: "global", is_typing: true },
    { type: "typing", conversation: "global", is_typing: false },
    { type: "typing", conversation: "dm-1-2", is_typing: true },
  ]);
});
