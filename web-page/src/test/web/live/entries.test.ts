import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { entriesOf, firstUnread, type Contents, type Entry } from "../../../main/resources/web/app/live/entries.ts";
import type { Outgoing } from "../../../main/resources/web/app/live/outbox.ts";
import { ada, message } from "./testing.ts";

const noon = new Date(2026, 0, 2, 12).getTime();
const minute = 60_000;

function entriesWith(items: Contents["items"], changes: Partial<Contents> = {}): Entry[] {
  return entriesOf({ items, outgoing: [], me: ada, unreadFrom: 0, gaps: [], ...changes });
}

function shape(entries: Entry[]): string[] {
  return entries.map((entry) => (entry.kind === "group" ? `${entry.sender}:${entry.lines.length}` : entry.kind));
}

test("what one person writes within five minutes of the first line stands together", () => {
  const written = [0, 1, 4, 6, 8, 20].map((minutes, index) => message(index + 1, { at: noon + minutes * minute }));
  deepEqual(shape(entriesWith(written)), ["day", "bob:3", "bob:2", "bob:1"]);
});

test("no group is so long that a screen of it has no name, wherever it begins", () => {
  const written = Array.from({ length: 60 }, (_, index) => message(index + 1, { at: noon + index }));
  for (let from = 0; from < 20; from++) {
    const groups = entriesWith(written.slice(from)).flatMap((entry) => (entry.kind === "group" ? entry : []));
    equal(Math.max(...groups.map(({ lines }) => lines.length)) <= 10, true);
    equal(groups.length <= 12, true);
  }
});

test("the same lines stay together when older ones are loaded above", () => {
  const written = Array.from({ length: 60 }, (_, index) => message(index + 1, { at: noon + index }));
  const starts = (from: number) =>
    entriesWith(written.slice(from)).flatMap((entry) => (entry.kind === "group" ? entry.lines[0]?.key : []));
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
  deepEqual(shape(entriesWith(written)), ["day", "bob:1", "ada:1", "day", "ada:1"]);
});

test("the mark stands before the first unread message and parts a group", () => {
  const written = [1, 2, 3].map((seq) => message(seq, { at: noon }));
  deepEqual(shape(entriesWith(written, { unreadFrom: firstUnread(written, 1, 1) })), ["day", "bob:1", "unread", "bob:2"]);
  deepEqual(shape(entriesWith(written, { unreadFrom: firstUnread(written, 3, 1) })), ["day", "bob:3"]);
  deepEqual(shape(entriesWith(written.slice(2), { unreadFrom: firstUnread(written, 1, 1) })), ["day", "bob:1"]);
});

test("what is missing is shown where it is, between messages and at their end", () => {
  const written = [message(1), message(4), message(5)];
  deepEqual(shape(entriesWith(written, { gaps: [{ from: 2, to: 3 }] })), ["day", "bob:1", "gap", "bob:2"]);
  deepEqual(shape(entriesWith(written.slice(1), { gaps: [{ from: 2, to: 3 }, { from: 6, to: 8 }] })), ["day", "bob:2", "gap"]);
  deepEqual(shape(entriesWith([], { gaps: [{ from: 1, to: 8 }] })), []);
});

test("a clock that was set back over midnight gives no two entries the same key", () => {
  const days = [noon, noon + 86_400_000, noon, noon + 86_400_000];
  const keys = entriesWith(days.map((at, index) => message(index + 1, { at }))).map(({ key }) => key);
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
    content: "hi",
    at: noon,
    order: 1,
    state: { kind: "sent", at: 0 },
  };
  const keyIn = (entries: Entry[]) => (entries[1]?.kind === "group" ? entries[1].lines[0]?.key : null);
  const pending = keyIn(entriesWith([], { outgoing: [outgoing] }));
  const stored = keyIn(entriesWith([message(1, { senderId: 1, sender: "ada", clientId: "c-1" })]));
  equal(pending, stored);
});

test("a group stays the same one while messages come below and go above", () => {
  const written = Array.from({ length: 50 }, (_, index) => message(index + 1, { at: noon + index }));
  const ends = [[0, 20], [18, 21], [19, 23]] as const;
  const keys = ends.map(([from, to]) => entriesWith(written.slice(from, to)).at(-1)?.key);
  equal(new Set(keys).size, 1);
});

test("no two groups have the same key, however they are parted and joined", () => {
  const written = Array.from({ length: 12 }, (_, index) => message(index + 1, { at: noon + index }));
  for (const unreadFrom of [0, 5, 9, 3, 0, 12]) {
    const keys = entriesWith(written, { unreadFrom }).map(({ key }) => key);
    equal(new Set(keys).size, keys.length);
  }
});

test("what happened to the room stands between the messages and parts a group", () => {
  const user = { id: 3, username: "eve" };
  const event = { type: "joined", conversation: "room-1", seq: 2, sender_id: 3, sender: "eve", timestamp: "", user, how: "joined", role: "member" } as const;
  const items = [message(1, { at: noon }), { kind: "happening", seq: 2, at: noon, event } as const, message(3, { at: noon })];
  deepEqual(shape(entriesWith(items)), ["day", "bob:1", "happening", "bob:1"]);
  equal(firstUnread(items, 1, 1), 3);
});

test("places of events that are not shown are no gap", () => {
  deepEqual(shape(entriesWith([message(1, { at: noon }), message(7, { at: noon })])), ["day", "bob:2"]);
});
