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
    firstFrame: () => ({ type: "resume", conversations: { global: 3 } }),
    frame: ({ type }) => frames.push(type),
    connection: ({ kind }) => states.push(kind),
  });
  socket.start();
  return { clock, server, states, frames, socket };
}

test("begins with its first frame without waiting for the welcome, and is open from the welcome on", () => {
  const { server, states, socket } = start();
  equal(socket.send({ type: "ping" }), false);
  server.accept();
  equal(socket.send({ type: "ping" }), false);
  deepEqual(server.received, [{ type: "resume", conversations: { global: 3 } }]);
  server.welcome();
  equal(socket.send({ type: "ping" }), true);
  deepEqual(states, ["connecting", "open"]);
});

test("gives up a handshake that is never answered, and a server that never says welcome", () => {
  for (const accept of [false, true]) {
    const { clock, server, states } = start();
    if (accept) {
      server.accept();
    }
    clock.pass(20_000);
    equal(states.at(-1), "waiting");
    clock.pass(250);
    equal(server.opened, 2);
  }
});

test("begins anew at once when it is asked to while a handshake hangs, and hears the old one no more", () => {
  const { server, states, socket } = start();
  const stale = server.page;
  socket.retryNow();
  equal(server.opened, 2);
  stale?.closed(1006);
  equal(states.at(-1), "connecting");
  server.welcome();
  equal(states.at(-1), "open");
});

test("notices within seconds that an open connection died while the device slept", () => {
  const { clock, server, states, socket } = start();
  server.welcome();
  socket.wakeUp();
  equal(server.got("ping").length, 1);
  clock.pass(4_000);
  server.say({ type: "pong", server_time: "" });
  clock.pass(10_000);
  equal(states.at(-1), "open");
  socket.wakeUp();
  clock.pass(10_000);
  equal(states.at(-1), "waiting");
  clock.pass(250);
  equal(server.opened, 2);
});

test("does not wait for the next attempt when somebody looks again, unless the session is over", () => {
  const { server, socket } = start();
  server.close(1006);
  socket.wakeUp();
  equal(server.opened, 2);
  server.close(4011);
  socket.wakeUp();
  equal(server.opened, 3);
  server.close(4001);
  socket.wakeUp();
  equal(server.opened, 3);
});

test("a clock that is set changes no pause", () => {
  const { clock, server, socket } = start();
  server.close(1006);
  clock.set(-3_600_000);
  deepEqual(socket.connection, { kind: "waiting", retryAt: clock.elapsed() + 250 });
  clock.pass(250);
  equal(server.opened, 2);
});

test("comes back after a loss, later after each failure, and at once resets with a welcome", () => {
  const { clock, server, socket } = start();
  for (const delay of [250, 500, 1_000]) {
    server.close(1006);
    deepEqual(socket.connection, { kind: "waiting", retryAt: clock.elapsed() + delay });
    clock.pass(delay);
  }
  equal(server.opened, 4);
  server.welcome();
  server.close(1012);
  deepEqual(socket.connection, { kind: "waiting", retryAt: clock.elapsed() + 250 });
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
