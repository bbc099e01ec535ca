import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { Timeline } from "../../../main/resources/web/app/live/timeline.ts";
import { message, messages } from "./testing.ts";

const seqs = (timeline: Timeline) => timeline.messages.map(({ seq }) => seq);

test("shows each message once in the order of seq, whatever came how often and when", () => {
  for (let round = 0; round < 50; round++) {
    const timeline = new Timeline();
    const arrivals = [...messages(1, 20), ...messages(5, 12)].sort(() => Math.random() - 0.5);
    arrivals.forEach((arrival) => timeline.add([arrival]));
    deepEqual(seqs(timeline), Array.from({ length: 20 }, (_, index) => index + 1));
    deepEqual(timeline.gaps(20), []);
  }
});

test("knows what is missing between and after what it has", () => {
  const timeline = new Timeline();
  timeline.add([message(4), message(5), message(8)]);
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

test("says how many were new and keeps its array where none was", () => {
  const timeline = new Timeline();
  equal(timeline.add(messages(1, 3)), 3);
  const before = timeline.messages;
  equal(timeline.add(messages(2, 3)), 0);
  equal(timeline.messages, before);
});

test("has older messages until it has the first", () => {
  const timeline = new Timeline();
  timeline.add(messages(2, 3));
  equal(timeline.hasOlder, true);
  timeline.add([message(1)]);
  equal(timeline.hasOlder, false);
});

test("can forget its oldest messages and read them again", () => {
  const timeline = new Timeline();
  timeline.add(messages(1, 30));
  timeline.keepLast(10);
  equal(timeline.firstSeq, 21);
  deepEqual(timeline.gaps(30), []);
  timeline.add(messages(1, 20));
  equal(timeline.messages.length, 30);
});
