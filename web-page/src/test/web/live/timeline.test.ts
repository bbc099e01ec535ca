import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { Timeline } from "../../../main/resources/web/app/live/timeline.ts";
import { chatFrame, chatFrames, page } from "./testing.ts";

const seqs = (timeline: Timeline) => timeline.items.map(({ seq }) => seq);
const add = (timeline: Timeline, ...places: number[]) => timeline.add({ events: places.map((seq) => chatFrame(seq)), covers: null });

test("shows each message once in the order of seq, whatever came how often and when", () => {
  for (let round = 0; round < 50; round++) {
    const timeline = new Timeline();
    const arrivals = [...chatFrames(1, 20), ...chatFrames(5, 12)].sort(() => Math.random() - 0.5);
    arrivals.forEach((arrival) => timeline.add({ events: [arrival], covers: null }));
    deepEqual(seqs(timeline), Array.from({ length: 20 }, (_, index) => index + 1));
    deepEqual(timeline.gaps(20), []);
  }
});

test("knows what is missing between and after what it has", () => {
  const timeline = new Timeline();
  add(timeline, 4, 5, 8);
  deepEqual(timeline.gaps(10), [
    { from: 6, to: 7 },
    { from: 9, to: 10 },
  ]);
  equal(timeline.completeTo, 5);
});

test("an empty one misses everything from the first message", () => {
  deepEqual(new Timeline().gaps(3), [{ from: 1, to: 3 }]);
  deepEqual(new Timeline().gaps(0), []);
});

test("a conversation without messages is complete, and grows from there", () => {
  const timeline = new Timeline();
  timeline.add(page(1, 0));
  equal(timeline.isEmpty, false);
  equal(timeline.hasOlder, false);
  add(timeline, 1);
  deepEqual(timeline.gaps(1), []);
  equal(timeline.completeTo, 1);
});

test("an event of a type that it does not know moves the cursor and shows nothing", () => {
  const timeline = new Timeline();
  add(timeline, 1);
  timeline.add({ events: [{ ...chatFrame(2), type: "unknown" }], covers: null });
  equal(timeline.completeTo, 2);
  deepEqual(seqs(timeline), [1]);
});

test("keeps its array where nothing is new", () => {
  const timeline = new Timeline();
  timeline.add({ events: [{ ...chatFrame(3), type: "unknown" }], covers: { from: 1, to: 3 } });
  const before = timeline.items;
  timeline.add({ events: [{ ...chatFrame(2), type: "unknown" }], covers: null });
  equal(timeline.items, before);
});

test("has older messages until it has the first", () => {
  const timeline = new Timeline();
  add(timeline, 2, 3);
  equal(timeline.hasOlder, true);
  add(timeline, 1);
  equal(timeline.hasOlder, false);
});

test("can forget its oldest messages and read them again", () => {
  const timeline = new Timeline();
  timeline.add(page(1, 30));
  timeline.keepLast(10);
  equal(timeline.firstSeq, 21);
  deepEqual(timeline.gaps(30), []);
  timeline.add(page(1, 20));
  equal(timeline.items.length, 30);
});
