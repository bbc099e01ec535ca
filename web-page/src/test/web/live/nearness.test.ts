import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { nearnessOf } from "../../../main/resources/web/app/live/nearness.ts";

const at = (scrollTop: number) => nearnessOf({ scrollTop, scrollHeight: 10_000, clientHeight: 800 });

test("more is loaded long before the reader comes to the top, and shown shortly before", () => {
  deepEqual(at(5_000), { isNearTop: false, isNearEnd: false, isNearOlder: false });
  deepEqual(at(1_000), { isNearTop: false, isNearEnd: false, isNearOlder: true });
  deepEqual(at(400), { isNearTop: true, isNearEnd: false, isNearOlder: true });
  deepEqual(at(8_900), { isNearTop: false, isNearEnd: true, isNearOlder: false });
});
