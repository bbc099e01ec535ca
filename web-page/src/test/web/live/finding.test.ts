import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { findPlaces } from "../../../main/resources/web/app/live/finding.ts";
import { People } from "../../../main/resources/web/app/live/people.ts";
import type { Place } from "../../../main/resources/web/app/live/places.ts";
import { Rooms } from "../../../main/resources/web/app/live/rooms.ts";
import { ada, bob } from "./testing.ts";

const people = new People();
const rooms = new Rooms();
rooms.learn([{ conversation: "room-7", name: "Bobsleigh", last_seq: 0, read_seq: 0 }]);
const known = { me: ada, people, rooms, positions: { isKnown: true } };
people.learn([ada, bob, { id: 3, username: "Élodie" }, { id: 4, username: "jacob" }]);

const nameIn = (place: Place) => ("person" in place ? place.person.username : "room" in place ? place.room.name : "Global");

const find = (wanted: string) =>
  findPlaces(wanted, ["global", "dm-1-3"], known, (place) => nameIn(place))
    .map(({ conversation }) => conversation);

test("without a name, the conversations come before the people without one", () => {
  deepEqual(find(""), ["global", "dm-1-3", "dm-1-1", "dm-1-2", "dm-1-4"]);
});

test("names that begin with it come first; case and accents do not count", () => {
  deepEqual(find("b"), ["dm-1-2", "global", "dm-1-4"]);
  deepEqual(find(" elo"), ["dm-1-3"]);
  deepEqual(find("nobody"), []);
});

test("oneself is found by the name that is shown", () => {
  const nameOf = (place: Place) => (place.kind === "oneself" ? "ada (you)" : "");
  deepEqual(findPlaces("you", [], known, nameOf).map(({ conversation }) => conversation), ["dm-1-1"]);
});

test("a room is found among the people, and one that the user is not in is not", () => {
  const found = findPlaces("bob", ["room-7", "room-8"], known, nameIn);
  deepEqual(found.map(({ conversation }) => conversation), ["room-7", "dm-1-2"]);
});
