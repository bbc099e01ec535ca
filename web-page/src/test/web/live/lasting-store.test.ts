import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { keysWith, type KeyValueStore } from "../../../main/resources/web/app/live/key-value-store.ts";
import { LastingStore } from "../../../main/resources/web/app/live/lasting-store.ts";
import { TestingStore } from "./testing.ts";

function forbidden(): never {
  throw new Error("SecurityError");
}

function full(store = new TestingStore()): TestingStore {
  store.setItem = forbidden;
  return store;
}

function broken(): KeyValueStore {
  return { length: 1, key: forbidden, getItem: forbidden, setItem: forbidden, removeItem: forbidden };
}

test("a device that keeps everything is all there is", () => {
  const device = new TestingStore();
  const store = new LastingStore(() => device);
  store.setItem("a", "1");
  equal(device.getItem("a"), "1");
  device.setItem("b", "of another window");
  deepEqual(keysWith("", store), ["a", "b"]);
  store.removeItem("a");
  equal(device.length, 1);
  equal(store.isLasting, true);
});

const devices: Record<string, () => KeyValueStore | null> = { absent: () => null, forbidden, full: () => full(), broken };

for (const [name, device] of Object.entries(devices)) {
  test(`a storage that is ${name} is replaced by memory, and that is told once`, () => {
    const store = new LastingStore(device);
    let told = 0;
    store.listen(() => told++);
    store.setItem("a", "1");
    store.setItem("b", "2");
    store.setItem("b", "3");
    deepEqual([store.getItem("a"), store.getItem("b"), store.getItem("c")], ["1", "3", null]);
    deepEqual(keysWith("b", store), ["b"]);
    store.removeItem("a");
    equal(store.getItem("a"), null);
    equal(store.isLasting, false);
    equal(told <= 1, true);
  });
}

test("a storage that becomes full gives no older value back, now or after a reload, and is used again", () => {
  const device = new TestingStore();
  const store = new LastingStore(() => device);
  store.setItem("a", "old");
  const { setItem } = TestingStore.prototype;
  full(device);
  store.setItem("a", "new");
  equal(store.getItem("a"), "new");
  equal(new LastingStore(() => device).getItem("a"), null);
  device.setItem = setItem;
  store.setItem("a", "newest");
  equal(device.getItem("a"), "newest");
});
