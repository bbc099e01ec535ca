import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { History, type PageRequest, type ReadPage } from "../../../main/resources/web/app/live/history.ts";
import { chatFrame, page, settled, TestingClock } from "./testing.ts";

/** A server with messages up to `last`. */
function historyUpTo(last: number) {
  const requests: PageRequest[] = [];
  /** The next of its answers fail, so many. */
  const server = { last, isReachable: true, failures: 0 };
  const clock = new TestingClock();
  const readPage: ReadPage = async (_, request) => {
      requests.push(request);
      const from = request.after === undefined ? Math.max(1, (request.before ?? server.last + 1) - request.limit) : request.after + 1;
      const to = request.after === undefined ? (request.before ?? server.last + 1) - 1 : Math.min(server.last, request.after + request.limit);
      return server.isReachable && server.failures-- <= 0 ? page(from, to) : null;
  };
  const history = new History({ readPage, clock, random: () => 0.5 }, () => {});
  const seqs = () => (history.timelines.get("global")?.items ?? []).map(({ seq }) => seq);
  return { history, requests, server, seqs, clock };
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test("opens with the last messages, once, and goes back page by page to the first", async () => {
  const { history, requests, seqs } = historyUpTo(120);
  await history.open("global");
  await history.open("global");
  deepEqual(seqs(), range(71, 120));
  await history.older("global");
  await history.older("global");
  await history.older("global");
  deepEqual(seqs(), range(1, 120));
  equal(requests.length, 3);
});

test("fills every gap up to the end, in as many pages as it takes", async () => {
  const { history, server, seqs } = historyUpTo(50);
  await history.open("global");
  server.last = 500;
  history.received(chatFrame(300));
  await history.catchUp("global", 500);
  deepEqual(seqs(), range(1, 500));
});

test("a page that fails leaves a gap that is known, tried again by itself, and filled", async () => {
  const { history, server, seqs, clock } = historyUpTo(50);
  await history.open("global");
  server.last = 700;
  server.failures = 2;
  await history.catchUp("global", 700);
  equal(history.catchingUp("global"), "failed");
  equal(history.loading("global"), "no");
  deepEqual(seqs(), range(1, 50));
  clock.pass(250);
  await settled();
  equal(history.catchingUp("global"), "failed");
  clock.pass(500);
  await settled();
  equal(history.catchingUp("global"), "no");
  deepEqual(seqs(), range(1, 700));
});

test("a person need not wait for the next attempt, and new messages do not bring it forward", async () => {
  const { history, server, seqs, requests } = historyUpTo(50);
  await history.open("global");
  server.last = 60;
  server.failures = 1;
  await history.catchUp("global", 60);
  history.received(chatFrame(61));
  await history.catchUp("global", 61);
  equal(requests.length, 2);
  await history.tryAgain("global");
  deepEqual(seqs(), range(1, 61));
});

test("a page without what is known to be there is no answer", async () => {
  const { history, server, seqs, clock } = historyUpTo(50);
  await history.open("global");
  await history.catchUp("global", 60);
  equal(history.catchingUp("global"), "failed");
  server.last = 60;
  clock.pass(250);
  await settled();
  deepEqual(seqs(), range(1, 60));
});

test("keeps what it has until the end can be read from which it starts anew", async () => {
  const { history, server, seqs, clock } = historyUpTo(50);
  await history.open("global");
  server.last = 5_000;
  server.failures = 1;
  await history.catchUp("global", 5_000);
  deepEqual(seqs(), range(1, 50));
  clock.pass(250);
  await settled();
  deepEqual(seqs(), range(4_951, 5_000));
});

test("older messages that could not be read are tried again, by themselves too", async () => {
  const { history, server, seqs, clock } = historyUpTo(120);
  await history.open("global");
  server.failures = 1;
  await history.older("global");
  equal(history.loading("global"), "failed");
  clock.pass(250);
  await settled();
  deepEqual(seqs(), range(21, 120));
});

test("starts anew at the end when too much is missing", async () => {
  const { history, server, seqs } = historyUpTo(50);
  await history.open("global");
  server.last = 5_000;
  await history.catchUp("global", 5_000);
  deepEqual(seqs(), range(4_951, 5_000));
});

test("asks for one page at a time however often the reader scrolls", async () => {
  const { history, requests } = historyUpTo(500);
  await history.open("global");
  await Promise.all([history.older("global"), history.older("global"), history.older("global")]);
  equal(requests.length, 2);
});

test("says when it could not read, and reads when it is asked again", async () => {
  const { history, server, seqs } = historyUpTo(10);
  server.isReachable = false;
  await history.open("global");
  equal(history.loading("global"), "failed");
  server.isReachable = true;
  await history.open("global");
  equal(history.loading("global"), "no");
  deepEqual(seqs(), range(1, 10));
});

test("what could not be read is read once the server is there again", async () => {
  const { history, server, seqs } = historyUpTo(120);
  server.isReachable = false;
  await history.open("global");
  await history.retryFailed();
  equal(history.loading("global"), "failed");
  server.isReachable = true;
  await history.retryFailed();
  deepEqual(seqs(), range(71, 120));
  server.isReachable = false;
  await history.older("global");
  server.isReachable = true;
  await history.retryFailed();
  deepEqual(seqs(), range(21, 120));
});

test("what was forgotten while it was read does not come back", async () => {
  const { history, requests, clock } = historyUpTo(50);
  const opening = history.open("global");
  history.forget("global");
  await opening;
  equal(history.timelines.has("global"), false);
  clock.pass(60_000);
  await settled();
  equal(requests.length, 1);
});

test("after the end nothing is read by itself, and everything once it goes on", async () => {
  const { history, requests, server, clock, seqs } = historyUpTo(50);
  server.isReachable = false;
  const opening = history.open("global");
  history.stop();
  await opening;
  clock.pass(60_000);
  await settled();
  equal(requests.length, 1);
  server.isReachable = true;
  await history.retryFailed();
  deepEqual(seqs(), range(1, 50));
});
