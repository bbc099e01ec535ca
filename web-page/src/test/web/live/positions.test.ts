import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { Positions } from "../../../main/resources/web/app/live/positions.ts";

test("global stands first, then the latest activity", () => {
  const positions = new Positions();
  positions.learn([
    { conversation: "dm-1-3", last_seq: 4, read_seq: 4 },
    { conversation: "global", last_seq: 9, read_seq: 7 },
    { conversation: "dm-1-2", last_seq: 2, read_seq: 1 },
  ]);
  deepEqual(positions.conversations, ["global", "dm-1-3", "dm-1-2"]);
  positions.grown("dm-1-2", 3);
  deepEqual(positions.conversations, ["global", "dm-1-2", "dm-1-3"]);
  equal(positions.unread("dm-1-2"), 2);
});

test("nothing moves back", () => {
  const positions = new Positions();
  positions.grown("global", 9);
  equal(positions.read("global", 7), true);
  equal(positions.read("global", 5), false);
  positions.learn([{ conversation: "global", last_seq: 8, read_seq: 6 }]);
  deepEqual(positions.of("global"), { conversation: "global", last_seq: 9, read_seq: 7 });
});
