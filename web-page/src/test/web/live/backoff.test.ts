import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { retryDelay } from "../../../main/resources/web/app/live/backoff.ts";

test("the limit doubles from half a second to thirty", () => {
  const almostOne = () => 1 - Number.EPSILON;
  equal(retryDelay(1, almostOne), 500);
  equal(retryDelay(2, almostOne), 1_000);
  equal(retryDelay(5, almostOne), 8_000);
  equal(retryDelay(7, almostOne), 30_000);
  equal(retryDelay(10_000, almostOne), 30_000);
});

test("any time up to the limit is as likely", () => {
  equal(retryDelay(7, () => 0), 0);
  const delays = Array.from({ length: 2_000 }, () => retryDelay(7, Math.random));
  const below = delays.filter((delay) => delay < 15_000).length;
  ok(below > 800 && below < 1_200, `${below} of 2000 in the lower half`);
});
