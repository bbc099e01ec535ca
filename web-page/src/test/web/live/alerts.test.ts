import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { Alerts } from "../../../main/resources/web/app/live/alerts.ts";
import { message, TestingClock } from "./testing.ts";

function start() {
  const clock = new TestingClock();
  const page = { isSeen: true, watched: "global" };
  const noticed: string[] = [];
  const alerts = new Alerts(
    {
      isPageSeen: () => page.isSeen,
      isWatching: ({ conversation }) => page.isSeen && page.watched === conversation,
      ring: () => noticed.push("ring"),
      notify: ({ seq }) => noticed.push(`notify ${seq}`),
      wasRead: () => {},
    },
    clock,
  );
  return { alerts, clock, page, noticed };
}

test("whoever sees a message arrive is not disturbed", () => {
  const { alerts, noticed } = start();
  alerts.arrived(message(1));
  deepEqual(noticed, []);
});

test("while the page is seen only a private message elsewhere rings", () => {
  const { alerts, page, noticed } = start();
  alerts.arrived(message(1, { conversation: "dm-1-2" }));
  page.watched = "dm-1-3";
  alerts.arrived(message(2));
  deepEqual(noticed, ["ring"]);
});

test("where nobody looks each message is shown, and many at once ring once", () => {
  const { alerts, clock, page, noticed } = start();
  page.isSeen = false;
  alerts.arrived(message(1));
  alerts.arrived(message(2));
  clock.pass(5_000);
  alerts.arrived(message(3));
  deepEqual(noticed, ["notify 1", "ring", "notify 2", "notify 3", "ring"]);
});
