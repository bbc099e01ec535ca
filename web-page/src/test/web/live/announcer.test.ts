import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { Announcer } from "../../../main/resources/web/app/live/announcer.ts";
import type { Message } from "../../../main/resources/web/app/live/message.ts";

const ME = 1;

const message = (seq: number, content: string, senderId = 2): Message => ({
  kind: "message",
  conversation: "dm-1-2",
  seq,
  senderId,
  sender: senderId === ME ? "ada" : "bob",
  content,
  at: 0,
  clientId: null,
  isEdited: false,
  isPinned: false,
  reactions: [],
});

const texts = (announcer: Announcer, items: readonly Message[], isLoaded = true, conversation = "dm-1-2") =>
  announcer.newIn(conversation, items, ME, isLoaded).map(({ content }) => content);

test("what is loaded is not read out, and what arrives after it is, once", () => {
  const announcer = new Announcer();
  const first = [message(1, "old"), message(2, "older than the page")];
  deepEqual(texts(announcer, [], false), []);
  deepEqual(texts(announcer, first), []);
  const then = [...first, message(3, "new")];
  deepEqual(texts(announcer, then), ["new"]);
  deepEqual(texts(announcer, then), []);
});

test("the first message of an empty conversation is read out", () => {
  const announcer = new Announcer();
  deepEqual(texts(announcer, [], false), []);
  deepEqual(texts(announcer, []), []);
  deepEqual(texts(announcer, [message(1, "hello there")]), ["hello there"]);
});

test("older pages, edits and one's own messages are not read out", () => {
  const announcer = new Announcer();
  texts(announcer, [message(5, "five")], false);
  texts(announcer, [message(5, "five")]);
  deepEqual(texts(announcer, [message(4, "four"), message(5, "five")]), []);
  deepEqual(texts(announcer, [message(4, "four"), message(5, "edited")]), []);
  deepEqual(texts(announcer, [message(4, "four"), message(5, "edited"), message(6, "mine", ME)]), []);
});

test("messages that arrive together are all read out, and of many the last five", () => {
  const announcer = new Announcer();
  texts(announcer, []);
  texts(announcer, []);
  deepEqual(texts(announcer, [message(1, "one"), message(2, "two")]), ["one", "two"]);
  const many = Array.from({ length: 20 }, (_, index) => message(index + 1, `number ${index + 1}`));
  deepEqual(texts(announcer, many), [16, 17, 18, 19, 20].map((number) => `number ${number}`));
});

test("another conversation begins anew", () => {
  const announcer = new Announcer();
  texts(announcer, []);
  texts(announcer, [message(1, "one")]);
  deepEqual(texts(announcer, [message(9, "elsewhere")], true, "dm-1-3"), []);
});
