import { equal } from "node:assert/strict";
import { test } from "node:test";
import { isDayBefore, isSameDay } from "../../../main/resources/web/app/live/days.ts";

/** The clocks of Berlin went forward on 29 March 2026, and back on 25 October. */
process.env["TZ"] = "Europe/Berlin";
const at = (month: number, day: number, hour: number, minute: number) => new Date(2026, month - 1, day, hour, minute).getTime();

test("half an hour after the midnight that ends a day of 23 hours, that day was yesterday", () => {
  const now = at(3, 30, 0, 30);
  equal(isDayBefore(at(3, 29, 0, 10), now), true);
  equal(isDayBefore(at(3, 29, 23, 50), now), true);
  equal(isDayBefore(at(3, 28, 23, 50), now), false);
});

test("a day of 25 hours is one day", () => {
  equal(at(10, 25, 23, 50) - at(10, 25, 0, 10) > 24 * 3_600_000, true);
  equal(isSameDay(at(10, 25, 0, 10), at(10, 25, 23, 50)), true);
  equal(isDayBefore(at(10, 25, 0, 10), at(10, 26, 0, 5)), true);
});

test("the same day of other months and years is another one", () => {
  equal(isSameDay(at(3, 29, 12, 0), at(4, 29, 12, 0)), false);
  equal(isDayBefore(new Date(2025, 11, 31, 23, 59).getTime(), at(1, 1, 0, 1)), true);
});
