import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { findPlaces } from "../../../main/resources/web/app/live/finding.ts";
import { People } from "../../../main/resources/web/app/live/people.ts";
import type { Place } from "../../../main/resources/web/app/live/places.ts";
import { ada, bob } from "./testing.ts";

const people = new People();
people.learn([ada, bob, { id: 3, username: "Élodie" }, { id: 4, username: "jacob" }]);

const find = (wanted: string) =>
  findPlaces(wanted, ["global", "dm-1-3"], ada, people, (place) => ("person" in place ? place.person.username : "Global"))
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
  deepEqual(findPlaces("you", [], ada, people, nameOf).map(({ conversation }) => conversation), ["dm-1-1"]);
});
