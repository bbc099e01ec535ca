import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { entriesOf, firstUnread, type Entry } from "../../../main/resources/web/app/live/entries.ts";
import type { Outgoing } from "../../../main/resources/web/app/live/outbox.ts";
import { ada, message } from "./testing.ts";

const noon = new Date(2026, 0, 2, 12).getTime();
const minute = 60_000;

function shape(entries: Entry[]): string[] {
  return entries.map((entry) => (entry.kind === "group" ? `${entry.sender}:${entry.lines.length}` : entry.kind));
}

test("what one person writes within five minutes of the first line stands together", () => {
  const written = [0, 1, 4, 6, 8, 20].map((minutes, index) => message(index + 1, { at: noon + minutes * minute }));
  deepEqual(shape(entriesOf(written, [], ada, 0)), ["day", "bob:3", "bob:2", "bob:1"]);
});

test("no group is so long that a screen of it has no name, wherever it begins", () => {
  const written = Array.from({ length: 60 }, (_, index) => message(index + 1, { at: noon + index }));
  for (let from = 0; from < 20; from++) {
    const groups = entriesOf(written.slice(from), [], ada, 0).flatMap((entry) => (entry.kind === "group" ? entry : []));
    equal(Math.max(...groups.map(({ lines }) => lines.length)) <= 10, true);
    equal(groups.length <= 12, true);
  }
});

test("the same lines stay together when older ones are loaded above", () => {
  const written = Array.from({ length: 60 }, (_, index) => message(index + 1, { at: noon + index }));
  const starts = (from: number) =>
    entriesOf(written.slice(from), [], ada, 0).flatMap((entry) => (entry.kind === "group" ? entry.lines[0]?.key : []));
  for (const from of [10, 15, 22]) {
    deepEqual(starts(from).slice(-3), starts(0).slice(-3));
  }
});

test("another person and another day begin anew", () => {
  const written = [
    message(1, { at: noon }),
    message(2, { at: noon, senderId: 1, sender: "ada" }),
    message(3, { at: noon + 24 * 60 * minute, senderId: 1, sender: "ada" }),
  ];
  deepEqual(shape(entriesOf(written, [], ada, 0)), ["day", "bob:1", "ada:1", "day", "ada:1"]);
});

test("the mark stands before the first unread message and parts a group", () => {
  const written = [1, 2, 3].map((seq) => message(seq, { at: noon }));
  deepEqual(shape(entriesOf(written, [], ada, firstUnread(written, 1, 1))), ["day", "bob:1", "unread", "bob:2"]);
  deepEqual(shape(entriesOf(written, [], ada, firstUnread(written, 3, 1))), ["day", "bob:3"]);
  deepEqual(shape(entriesOf(written.slice(2), [], ada, firstUnread(written, 1, 1))), ["day", "bob:1"]);
});

test("what is missing is shown where it is, between messages and at their end", () => {
  const written = [message(1), message(4), message(5)];
  deepEqual(shape(entriesOf(written, [], ada, 0, 5)), ["day", "bob:1", "gap", "bob:2"]);
  deepEqual(shape(entriesOf(written.slice(1), [], ada, 0, 8)), ["day", "bob:2", "gap"]);
  deepEqual(shape(entriesOf([], [], ada, 0, 8)), []);
});

test("a clock that was set back over midnight gives no two entries the same key", () => {
  const days = [noon, noon + 86_400_000, noon, noon + 86_400_000];
  const keys = entriesOf(days.map((at, index) => message(index + 1, { at })), [], ada, 0).map(({ key }) => key);
  equal(new Set(keys).size, 8);
});

test("what one wrote oneself is not unread", () => {
  const written = [message(1), message(2, { senderId: 1, sender: "ada" }), message(3)];
  equal(firstUnread(written, 1, 1), 3);
  equal(firstUnread(written, 3, 1), 0);
});

test("a message keeps its key from pending to stored", () => {
  const outgoing: Outgoing = {
    clientId: "c-1",
    conversation: "global",
    recipient: null,
    content: "hi",
    at: noon,
    order: 1,
    state: { kind: "sent", at: 0 },
  };
  const keyIn = (entries: Entry[]) => (entries[1]?.kind === "group" ? entries[1].lines[0]?.key : null);
  const pending = keyIn(entriesOf([], [outgoing], ada, 0));
  const stored = keyIn(entriesOf([message(1, { senderId: 1, sender: "ada", clientId: "c-1" })], [], ada, 0));
  equal(pending, stored);
});

test("a group stays the same one while messages come below and go above", () => {
  const written = Array.from({ length: 50 }, (_, index) => message(index + 1, { at: noon + index }));
  const ends = [[0, 20], [18, 21], [19, 23]] as const;
  const keys = ends.map(([from, to]) => entriesOf(written.slice(from, to), [], ada, 0).at(-1)?.key);
  equal(new Set(keys).size, 1);
});

test("no two groups have the same key, however they are parted and joined", () => {
  const written = Array.from({ length: 12 }, (_, index) => message(index + 1, { at: noon + index }));
  for (const unreadFrom of [0, 5, 9, 3, 0, 12]) {
    const keys = entriesOf(written, [], ada, unreadFrom).map(({ key }) => key);
    equal(new Set(keys).size, keys.length);
  }
});
