import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Role } from "../../../main/resources/web/app/live/events.ts";
import { mayPostIn, rightsOn } from "../../../main/resources/web/app/live/rights.ts";
import type { Room } from "../../../main/resources/web/app/live/rooms.ts";
import { ada, message } from "./testing.ts";

const roomFor = (role: Role, changes: Partial<Room> = {}): Room => ({
  conversation: "room-1",
  id: 1,
  name: "ops",
  topic: "",
  role,
  visibility: "private",
  whoMayPost: "members",
  isArchived: false,
  asOf: 0,
  ...changes,
});

const may = (rights: ReturnType<typeof rightsOn>) => Object.entries(rights).flatMap(([right, has]) => (has ? right : []));

test("members react, authors edit and delete, moderators delete and pin", () => {
  const [own, other] = [message(1, { conversation: "room-1", senderId: 1 }), message(2, { conversation: "room-1" })];
  deepEqual(may(rightsOn(other, ada.id, roomFor("member"))), ["react"]);
  deepEqual(may(rightsOn(own, ada.id, roomFor("member"))), ["react", "edit", "delete"]);
  deepEqual(may(rightsOn(other, ada.id, roomFor("moderator"))), ["react", "delete", "pin", "revisions"]);
  deepEqual(may(rightsOn(own, ada.id, roomFor("owner", { isArchived: true }))), ["revisions"]);
});

test("both pin in a direct conversation, nobody in global", () => {
  deepEqual(may(rightsOn(message(1, { conversation: "dm-1-2" }), ada.id, null)), ["react", "pin"]);
  deepEqual(may(rightsOn(message(1), ada.id, null)), ["react"]);
});

test("who may post depends on the room, and nobody does in an archived one", () => {
  const roles: readonly Role[] = ["member", "moderator", "owner"];
  const posters = (changes: Partial<Room>) => roles.filter((role) => mayPostIn(roomFor(role, changes)));
  deepEqual(posters({}), roles);
  deepEqual(posters({ whoMayPost: "moderators" }), ["moderator", "owner"]);
  deepEqual(posters({ whoMayPost: "owners" }), ["owner"]);
  equal(posters({ isArchived: true }).length, 0);
});
