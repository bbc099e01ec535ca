import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { instantOf } from "../../../main/resources/web/app/live/clock.ts";
import { directConversation, isOpenTo, partnerIn } from "../../../main/resources/web/app/live/conversation.ts";
import { placeOf } from "../../../main/resources/web/app/live/places.ts";
import { People } from "../../../main/resources/web/app/live/people.ts";
import { Rooms } from "../../../main/resources/web/app/live/rooms.ts";
import { conversationIn, pathOf } from "../../../main/resources/web/app/live/routes.ts";
import { ada, bob } from "./testing.ts";

test("a direct conversation has one name for both", () => {
  equal(directConversation(57, 12), "dm-12-57");
  equal(directConversation(5, 5), "dm-5-5");
  equal(partnerIn("dm-12-57", 12), 57);
  equal(partnerIn("dm-12-57", 57), 12);
  equal(partnerIn("dm-5-5", 5), 5);
});

test("a link opens only what the user takes part in", () => {
  deepEqual(
    ["global", "dm-1-2", "dm-2-3", "dm-2-1", "dm-01-2", "room-1", "room-0", "inbox-1", ""].filter((name) => isOpenTo(name, 1)),
    ["global", "dm-1-2", "room-1"],
  );
});

test("every conversation has a path that leads back to it, all else leads to global", () => {
  for (const conversation of ["global", "dm-12-57"]) {
    equal(conversationIn(pathOf(conversation)), conversation);
  }
  equal(conversationIn("/"), null);
  equal(conversationIn("/c/"), null);
});

test("a place is named by the one who looks at it", () => {
  const people = new People();
  people.learn([ada, bob]);
  const rooms = new Rooms();
  rooms.learn([{ conversation: "room-3", name: "ops", last_seq: 1, read_seq: 1 }]);
  const kindOf = (name: string, isKnown = true) => placeOf(name, { me: ada, people, rooms, positions: { isKnown } }).kind;
  deepEqual(["dm-1-2", "dm-1-1", "dm-1-9"].map((name) => kindOf(name)), ["direct", "oneself", "unknown"]);
  deepEqual([kindOf("room-3"), kindOf("room-4"), kindOf("room-4", false)], ["room", "outside", "unknown"]);
});

test("times without a zone are UTC", () => {
  const expected = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  equal(instantOf("2026-01-02T03:04:05.678901"), expected);
  equal(instantOf("2026-01-02T03:04:05.678901Z"), expected);
  equal(instantOf("2026-01-02 03:04:05"), expected - 678);
});
