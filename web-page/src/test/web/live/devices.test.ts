import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { deviceIn } from "../../../main/resources/web/app/live/devices.ts";

const cases: [string, string | null, string | null][] = [
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36", "Chrome", "Linux"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge", "Windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "macOS"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari", "iPhone"],
  ["curl/8.5.0", "curl", null],
  ["", null, null],
];

test("a device is called what a person would call it", () => {
  for (const [userAgent, browser, system] of cases) {
    deepEqual(deviceIn(userAgent), { browser, system }, userAgent);
  }
});
