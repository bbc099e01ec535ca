import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { Outbox } from "../../../main/resources/web/app/live/outbox.ts";
import { TestingStore } from "./testing.ts";

const draft = { conversation: "global", recipient: null, content: "hi" };

test("survives a reload, in the order of writing", () => {
  const store = new TestingStore();
  const outbox = new Outbox(store, 1);
  outbox.add({ ...draft, clientId: "b", at: 1 });
  outbox.add({ ...draft, clientId: "a", at: 2 });
  outbox.mark("b", { kind: "failed", refusal: { code: null, sentence: "no" } });
  const reloaded = new Outbox(store, 1);
  deepEqual(reloaded.messages.map(({ clientId, state }) => [clientId, state.kind]), [
    ["b", "waiting"],
    ["a", "waiting"],
  ]);
});

test("what is stored is gone after a reload", () => {
  const store = new TestingStore();
  const outbox = new Outbox(store, 1);
  outbox.add({ ...draft, clientId: "a", at: 1 });
  outbox.remove("a");
  equal(new Outbox(store, 1).messages.length, 0);
});

test("two windows don't lose each other's messages, two users don't see them", () => {
  const store = new TestingStore();
  const [one, other] = [new Outbox(store, 1), new Outbox(store, 1)];
  one.add({ ...draft, clientId: "a", at: 1 });
  other.add({ ...draft, clientId: "b", at: 2 });
  equal(new Outbox(store, 1).messages.length, 2);
  equal(new Outbox(store, 12).messages.length, 0);
});

test("works where nothing can be stored and leaves alone what it cannot read", () => {
  const store = new TestingStore();
  store.setItem("parley.outbox.1.x", "of another version");
  store.setItem = () => {
    throw new Error("full");
  };
  const outbox = new Outbox(store, 1);
  outbox.add({ ...draft, clientId: "a", at: 1 });
  deepEqual(outbox.messages.map(({ clientId }) => clientId), ["a"]);
});
