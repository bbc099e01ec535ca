import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Connection } from "../../../main/resources/web/app/live/connection.ts";
import { Socket } from "../../../main/resources/web/app/live/socket.ts";
import { TestingClock, TestingServer } from "./testing.ts";

function start() {
  const [clock, server] = [new TestingClock(), new TestingServer()];
  const states: Connection["kind"][] = [];
  const frames: string[] = [];
  const socket = new Socket(server.open, clock, () => 0.5, {
    frame: ({ type }) => frames.push(type),
    connection: ({ kind }) => states.push(kind),
  });
  socket.start();
  return { clock, server, states, frames, socket };
}

test("is open from the welcome on and sends nothing before", () => {
  const { server, states, socket } = start();
  equal(socket.send({ type: "ping" }), false);
  server.welcome();
  equal(socket.send({ type: "ping" }), true);
  deepEqual(states, ["connecting", "open"]);
});

test("comes back after a loss, later after each failure, and at once resets with a welcome", () => {
  const { clock, server, socket } = start();
  for (const delay of [250, 500, 1_000]) {
    server.close(1006);
    deepEqual(socket.connection, { kind: "waiting", retryAt: clock.now() + delay });
    clock.pass(delay);
  }
  equal(server.opened, 4);
  server.welcome();
  server.close(1012);
  deepEqual(socket.connection, { kind: "waiting", retryAt: clock.now() + 250 });
});

test("4001, 4011 and 1008 are final", () => {
  for (const code of [4001, 4011, 1008]) {
    const { clock, server, socket } = start();
    server.close(code);
    equal(socket.connection.kind, "ended");
    clock.pass(120_000);
    equal(server.opened, 1);
  }
});

test("retries at once when it is asked to", () => {
  const { server, socket } = start();
  server.close(1006);
  socket.retryNow();
  equal(server.opened, 2);
});

test("asks a silent server once and then gives it up", () => {
  const { clock, server, states } = start();
  server.welcome();
  clock.pass(20_000);
  equal(server.got("ping").length, 1);
  clock.pass(20_000);
  equal(states.at(-1), "waiting");
});

test("a server that answers is kept", () => {
  const { clock, server, states } = start();
  server.welcome();
  for (let minute = 0; minute < 5; minute++) {
    clock.pass(20_000);
    server.say({ type: "pong", server_time: "" });
  }
  equal(states.at(-1), "open");
});

test("ignores what it does not know", () => {
  const { server, frames } = start();
  server.welcome();
  server.sayText('{"type":"from_the_future"}');
  server.sayText("no json");
  server.sayText("null");
  deepEqual(frames, ["welcome"]);
});

test("hears nothing any more once it is stopped", () => {
  const { clock, server, frames, socket } = start();
  server.welcome();
  socket.stop();
  server.welcome();
  clock.pass(120_000);
  deepEqual(frames, ["welcome"]);
  equal(server.opened, 1);
});
