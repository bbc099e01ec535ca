import { equal } from "node:assert/strict";
import { test } from "node:test";
import { UnreadMark } from "../../../main/resources/web/app/live/unread-mark.ts";

const reader = (last_seq: number, read_seq: number, unread = last_seq - read_seq) => ({
  position: { conversation: "global", last_seq, read_seq },
  unread,
});

test("the mark stays where the reader was who opened it, until another conversation is opened", () => {
  const mark = new UnreadMark();
  equal(mark.readTo, null);
  mark.place(reader(9, 7));
  mark.place(reader(9, 9));
  equal(mark.readTo, 7);
  mark.moveOn();
  mark.place(reader(4, 4));
  equal(mark.readTo, null);
});

test("a conversation that was never read has no mark above all of it", () => {
  const mark = new UnreadMark();
  mark.place(reader(9, 0));
  equal(mark.readTo, null);
});

test("who leaves at the end finds the mark there, and who answers needs none", () => {
  const mark = new UnreadMark();
  mark.place(reader(9, 9));
  mark.readerLeft(reader(9, 9));
  equal(mark.readTo, 9);
  mark.answered();
  mark.readerLeft(reader(12, 9));
  equal(mark.readTo, null);
});

test("what one wrote oneself needs no mark", () => {
  const mark = new UnreadMark();
  mark.place(reader(9, 7, 0));
  equal(mark.readTo, null);
  mark.readerLeft(reader(10, 7, 0));
  equal(mark.readTo, 10);
});
