import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { Announcer } from "../../../main/resources/web/app/live/announcer.ts";
import type { Item } from "../../../main/resources/web/app/live/message.ts";
import { ada, message, messages } from "./testing.ts";

/** Hears what a list with these items tells a screen reader. */
function listening(conversation = "global") {
  const announcer = new Announcer();
  return (items: readonly Item[], changes: { conversation?: string; isLoaded?: boolean } = {}) =>
    announcer.newIn({ conversation, items, isLoaded: true, me: ada.id, ...changes }).map(({ seq }) => seq);
}

test("each message is told once, also where several come at the same moment", () => {
  const hear = listening();
  deepEqual(hear(messages(1, 3)), []);
  deepEqual(hear(messages(1, 4)), [4]);
  deepEqual(hear(messages(1, 4)), []);
  deepEqual(hear(messages(1, 6)), [5, 6]);
});

test("the first message of an empty conversation is told", () => {
  const hear = listening();
  deepEqual(hear([], { isLoaded: false }), []);
  deepEqual(hear([]), []);
  deepEqual(hear(messages(1, 1)), [1]);
});

test("neither edits nor deletions are told, nor older messages, nor one's own", () => {
  const hear = listening();
  hear(messages(11, 20));
  deepEqual(hear([...messages(11, 19), message(20, { content: "better", isEdited: true })]), []);
  deepEqual(hear(messages(11, 19)), []);
  deepEqual(hear(messages(11, 20)), [], "a deletion that was undone");
  deepEqual(hear(messages(1, 19)), []);
  deepEqual(hear([...messages(1, 19), message(21, { senderId: ada.id })]), []);
  deepEqual(hear([...messages(1, 19), message(21, { senderId: ada.id }), message(22)]), [22]);
});

test("another conversation begins anew, and of very many messages the last are told", () => {
  const hear = listening();
  hear(messages(1, 3));
  deepEqual(hear(messages(5, 9), { conversation: "dm-1-2" }), []);
  deepEqual(hear(messages(5, 109), { conversation: "dm-1-2" }), [105, 106, 107, 108, 109]);
});
