import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { Commands } from "../../../main/resources/web/app/live/commands.ts";
import { Deletions } from "../../../main/resources/web/app/live/deletions.ts";
import type { ClientFrame, Command } from "../../../main/resources/web/app/live/frames.ts";
import { overlaid } from "../../../main/resources/web/app/live/overlay.ts";
import { message, TestingClock, TestingStore } from "./testing.ts";

const edit: Command = { type: "edit", target: 1, content: "new" };
const ack = { type: "ack", client_id: "c-1", conversation: "global", seq: 9, timestamp: "", duplicate: false } as const;

function start(store = new TestingStore()) {
  const clock = new TestingClock();
  const sent: ClientFrame[] = [];
  const refused: unknown[] = [];
  const socket = { send: (frame: ClientFrame) => sent.push(frame) > 0 };
  const commands = new Commands(store, 1, socket, clock, ({ target }, { code }) => refused.push([target, code]));
  return { commands, clock, sent, refused, store };
}

test("a command is sent until it is answered, over a reload, with the same client_id", () => {
  const { commands, clock, sent, store } = start();
  commands.give("global", "c-1", edit);
  clock.pass(15_000);
  deepEqual(sent, [1, 2].map(() => ({ ...edit, conversation: "global", client_id: "c-1" })));
  const reloaded = start(store);
  reloaded.commands.sendAll();
  equal(reloaded.sent.length, 1);
  reloaded.commands.acknowledged(ack, true);
  equal(store.length, 0);
  deepEqual(reloaded.commands.in("global"), []);
});

test("what it will be is shown until its event is there, and it is not sent again meanwhile", () => {
  const { commands, clock, sent } = start();
  commands.give("global", "c-1", edit);
  commands.acknowledged(ack, false);
  equal(commands.in("global").length, 1);
  clock.pass(60_000);
  commands.sendAll();
  equal(sent.length, 1);
  commands.known("global", 8);
  equal(commands.in("global").length, 1);
  commands.known("global", 9);
  equal(commands.in("global").length, 0);
});

test("a command that changed nothing is done", () => {
  const { commands } = start();
  commands.give("global", "c-1", { type: "react", target: 1, emoji: "👍", on: true });
  commands.acknowledged({ type: "ack", client_id: "c-1", conversation: "global", unchanged: true }, false);
  equal(commands.in("global").length, 0);
});

test("a refusal ends it and is told; one that may pass is tried again", () => {
  const { commands, clock, sent, refused } = start();
  commands.give("global", "c-1", edit);
  commands.refused({ type: "error", message: "Slow down", code: "too_many_requests", client_id: "c-1", retry_after_ms: 3_000 });
  clock.pass(3_000);
  equal(sent.length, 2);
  commands.refused({ type: "error", message: "Too late", code: "edit_window_over", client_id: "c-1" });
  deepEqual(refused, [[1, "edit_window_over"]]);
  deepEqual(commands.in("global"), []);
});

test("the overlay shows what each command will do, in their order", () => {
  const items = [message(1), message(2), message(3)];
  const commands: Command[] = [
    edit,
    { type: "pin", target: 1, on: true },
    { type: "react", target: 1, emoji: "👍", on: true },
    { type: "react", target: 1, emoji: "🎉", on: true },
    { type: "react", target: 1, emoji: "🎉", on: false },
    { type: "delete", target: 2 },
  ];
  const [first, second] = overlaid(items, commands, new Set([3]), 1);
  equal(second, undefined);
  deepEqual(first, message(1, { content: "new", isEdited: true, isPinned: true, reactions: [{ emoji: "👍", users: [1], others: 0 }] }));
  equal(overlaid(items, [], new Set(), 1), items);
});

test("a deletion waits five seconds and can be undone; whoever leaves the page means it", () => {
  const clock = new TestingClock();
  const deleted: number[] = [];
  const deletions = new Deletions(clock, (_, seq) => deleted.push(seq));
  deletions.begin("global", 1);
  deletions.undo();
  clock.pass(6_000);
  deepEqual(deleted, []);
  deletions.begin("global", 2);
  deletions.begin("global", 3);
  deepEqual([...deletions.in("global")], [2, 3]);
  clock.pass(5_000);
  deepEqual(deleted, [2, 3]);
  deletions.begin("global", 4);
  deletions.finishAll();
  clock.pass(6_000);
  deepEqual(deleted, [2, 3, 4]);
  equal(deletions.last, null);
});
