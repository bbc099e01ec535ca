import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { languageFor, PREFERENCES_KEY, readPreferences } from "../../../main/resources/web/app/live/preferences.ts";
import { TestingStore } from "./testing.ts";

function read(json: string | null) {
  const store = new TestingStore();
  if (json !== null) {
    store.setItem(PREFERENCES_KEY, json);
  }
  return readPreferences(store);
}

const defaults = { theme: "system", language: null, sound: true, notifications: false, isNotifyingOffered: false };

test("whatever cannot be read is as it is by default", () => {
  for (const json of [null, "", "null", "[]", "{", '{"theme":"pink","sound":1,"language":3}']) {
    deepEqual(read(json), defaults, String(json));
  }
  deepEqual(read('{"theme":"dark","sound":false}'), { ...defaults, theme: "dark", sound: false });
});

test("the first language that there are texts in", () => {
  equal(languageFor(["fr-FR", "de-AT", "en"], ["en", "de"]), "de");
  equal(languageFor(["fr"], ["en", "de"]), "en");
  equal(languageFor([], ["en", "de"]), "en");
});
