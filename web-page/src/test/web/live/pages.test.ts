import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { batchOfEvents, batchOfMessages } from "../../../main/resources/web/app/live/pages.ts";
import { chatFrame, chatFrames } from "./testing.ts";

test("the last messages stand for all events from the first of them to what they are as of", () => {
  deepEqual(batchOfMessages({ messages: [chatFrame(7), chatFrame(9)], as_of: 12 }, { limit: 2 }).covers, { from: 7, to: 12 });
});

test("messages before a place stand for all events up to it", () => {
  deepEqual(batchOfMessages({ messages: [chatFrame(3), chatFrame(4)], as_of: 12 }, { before: 7, limit: 2 }).covers, { from: 3, to: 6 });
});

test("fewer than asked for are all from the beginning, even where the beginning is gone", () => {
  deepEqual(batchOfMessages({ messages: [chatFrame(500)], as_of: 510 }, { limit: 50 }).covers, { from: 1, to: 510 });
  deepEqual(batchOfMessages({ messages: [], as_of: 0 }, { limit: 50 }).covers, { from: 1, to: 0 });
});

test("events follow the place without a hole, and no events say nothing", () => {
  deepEqual(batchOfEvents(chatFrames(5, 9), 4).covers, { from: 5, to: 9 });
  deepEqual(batchOfEvents(chatFrames(8, 9), 4).covers, { from: 5, to: 9 });
  deepEqual(batchOfEvents([], 4).covers, null);
});
