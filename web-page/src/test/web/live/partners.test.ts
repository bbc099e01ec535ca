import { equal } from "node:assert/strict";
import { test } from "node:test";
import type { User } from "../../../main/resources/web/app/live/frames.ts";
import { Partners } from "../../../main/resources/web/app/live/partners.ts";
import { People } from "../../../main/resources/web/app/live/people.ts";
import { placeOf } from "../../../main/resources/web/app/live/places.ts";
import { Rooms } from "../../../main/resources/web/app/live/rooms.ts";
import { ada, bob } from "./testing.ts";

function sought(readUser: (id: number) => Promise<User | undefined | null>) {
  const people = new People();
  people.learn([ada]);
  return { people, partners: new Partners(ada.id, people, readUser, () => {}) };
}

test("whom a link names is asked for, and nobody is called missing before the server says so", async () => {
  let isReachable = false;
  const { people, partners } = sought(async (id) => (isReachable ? [bob].find((user) => user.id === id) : null));
  const kindOf = (name: string) => placeOf(name, { me: ada, people, rooms: new Rooms(), positions: { isKnown: true } }).kind;
  await partners.find("dm-1-2");
  await partners.find("dm-1-99");
  equal(kindOf("dm-1-2"), "unknown");
  equal(kindOf("dm-1-99"), "unknown");
  isReachable = true;
  await partners.retry();
  equal(kindOf("dm-1-2"), "direct");
  equal(kindOf("dm-1-99"), "nobody");
});

test("whoever is known, and global, is not asked for", async () => {
  const { partners } = sought(async () => {
    throw new Error("asked");
  });
  await partners.find("global");
  await partners.find("dm-1-1");
  await partners.find("dm-2-3");
});
