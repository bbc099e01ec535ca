import { equal } from "node:assert/strict";
import { test } from "node:test";
import { Drafts } from "../../../main/resources/web/app/live/drafts.ts";
import { TestingStore } from "./testing.ts";

test("each conversation of each user has its own, which survives a reload", () => {
  const store = new TestingStore();
  new Drafts(store, 1).keep("global", "to all");
  new Drafts(store, 1).keep("dm-1-2", "to bob");
  const drafts = new Drafts(store, 1);
  equal(drafts.of("global"), "to all");
  equal(drafts.of("dm-1-2"), "to bob");
  equal(new Drafts(store, 2).of("global"), "");
  drafts.keep("global", "");
  equal(new Drafts(store, 1).of("global"), "");
});

test("who logs out leaves none behind", () => {
  const store = new TestingStore();
  const drafts = new Drafts(store, 1);
  ["global", "dm-1-2", "dm-1-3"].forEach((conversation) => drafts.keep(conversation, "text"));
  drafts.forget();
  equal(store.length, 0);
});

test("what is sent is no draft any more, unless another window has written on", () => {
  const store = new TestingStore();
  const [one, other] = [new Drafts(store, 1), new Drafts(store, 1)];
  one.keep("global", "hello");
  one.sent("global", "hello");
  equal(other.of("global"), "");
  one.keep("global", "hello");
  other.keep("global", "something else");
  one.sent("global", "hello");
  equal(one.of("global"), "something else");
});
