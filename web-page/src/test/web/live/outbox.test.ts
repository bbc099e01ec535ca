import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { LastingStore } from "../../../main/resources/web/app/live/lasting-store.ts";
import { Outbox } from "../../../main/resources/web/app/live/outbox.ts";
import { TestingStore } from "./testing.ts";

const draft = { conversation: "global", content: "hi" };

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

const ids = (outbox: Outbox) => outbox.messages.map(({ clientId }) => clientId);

test("the order is that of the writing, whatever the clock shows", () => {
  const store = new TestingStore();
  const outbox = new Outbox(store, 1);
  outbox.add({ ...draft, clientId: "first", at: 600_000 });
  outbox.add({ ...draft, clientId: "second", at: 0 });
  new Outbox(store, 1).add({ ...draft, clientId: "third, after a reload", at: -600_000 });
  deepEqual(ids(outbox), ["first", "second"]);
  deepEqual(ids(new Outbox(store, 1)), ["first", "second", "third, after a reload"]);
});

test("leaves alone what it cannot read, and what does not say where it belongs", () => {
  const store = new TestingStore();
  store.setItem("parley.outbox.1.x", "of another version");
  store.setItem("parley.outbox.1.y", JSON.stringify({ clientId: "y", content: "psst" }));
  const outbox = new Outbox(store, 1);
  outbox.refresh(0);
  deepEqual(ids(outbox), []);
  equal(store.length, 2);
});

test("what one window discards is gone from the other, and what it writes is shown there", () => {
  const store = new TestingStore();
  const [one, other] = [new Outbox(store, 1), new Outbox(store, 1)];
  one.add({ ...draft, clientId: "a", at: 1 });
  other.refresh(7);
  deepEqual(other.get("a")?.state, { kind: "elsewhere", since: 7 });
  other.add({ ...draft, clientId: "b", at: 2 });
  one.refresh(8);
  deepEqual(ids(one), ["a", "b"]);
  other.remove("a");
  one.refresh(9);
  deepEqual(ids(one), ["b"]);
});

test("works on a device that keeps nothing", () => {
  const store = new LastingStore(() => null);
  const outbox = new Outbox(store, 1);
  outbox.add({ ...draft, clientId: "a", at: 1 });
  outbox.refresh(0);
  deepEqual(ids(outbox), ["a"]);
  outbox.remove("a");
  deepEqual(ids(new Outbox(store, 1)), []);
});
