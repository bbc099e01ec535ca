import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { People } from "../../../main/resources/web/app/live/people.ts";
import { ada, bob } from "./testing.ts";

const eve = { id: 3, username: "Eve" };
const names = (people: People) => people.first(10).map(({ username, isOnline }) => `${username}${isOnline ? "*" : ""}`);

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

test("of many those come first whose name begins with what is looked for", () => {
  const people = new People();
  people.learn(Array.from({ length: 10_000 }, (_, index) => ({ id: 10 + index, username: `crowd-bob-${index}` })));
  people.learn([ada, bob, { id: 3, username: "Böbi" }]);
  people.presence({ type: "presence", full: [{ id: 5_010, username: "crowd-bob-5000" }] });
  deepEqual(found(people, "BOB"), ["bob", "Böbi", "crowd-bob-5000", "crowd-bob-0"]);
  deepEqual(found(people, "nobody"), []);
  deepEqual(found(people, ""), ["crowd-bob-5000", "ada", "bob", "Böbi"]);
  equal(people.count, 10_003);
});

test("what was found is looked for again once people change", () => {
  const people = new People();
  people.learn([ada]);
  equal(people.first(4), people.first(4));
  people.learn([bob]);
  deepEqual(found(people, ""), ["ada", "bob"]);
  people.presence({ type: "presence", joined: [bob], left: [] });
  deepEqual(found(people, ""), ["bob", "ada"]);
});

function found(people: People, text: string): string[] {
  return people.find(text, 4).map(({ username }) => username);
}
