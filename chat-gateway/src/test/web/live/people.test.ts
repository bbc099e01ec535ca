import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { People } from "../../../main/resources/web/app/live/people.ts";
import { ada, bob } from "./testing.ts";

const eve = { id: 3, username: "Eve" };
const names = (people: People) => people.all.map(({ username, isOnline }) => `${username}${isOnline ? "*" : ""}`);

test("those online stand first, then all by name", () => {
  const people = new People();
  people.learn([eve, bob, ada]);
  people.presence({ type: "presence", full: [eve] });
  deepEqual(names(people), ["Eve*", "ada", "bob"]);
});

test("changes build on the whole list, and a new whole list replaces them", () => {
  const people = new People();
  people.presence({ type: "presence", full: [ada] });
  people.presence({ type: "presence", joined: [bob], left: [ada] });
  deepEqual(names(people), ["bob*", "ada"]);
  people.presence({ type: "presence", full: [eve] });
  deepEqual(names(people), ["Eve*", "ada", "bob"]);
});
