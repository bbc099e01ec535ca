import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { Chat } from "../../../main/resources/web/app/live/chat.ts";
import { ada, bob, chatFrame, messages, settled, TestingClock, TestingServer, TestingStore } from "./testing.ts";

async function start(store = new TestingStore(), lastSeq = 3) {
  const [clock, server] = [new TestingClock(), new TestingServer()];
  const stored = { last: lastSeq };
  let ids = 0;
  const arrived: number[] = [];
  const chat = new Chat(
    ada,
    {
      openWire: server.open,
      readPage: async (_, { before = stored.last + 1, after }) => ({
        messages: messages(after === undefined ? 1 : after + 1, after === undefined ? before - 1 : stored.last),
      }),
      readSomeUsers: async () => [ada, bob],
      readUser: async (id) => (id === 99 ? undefined : { id, username: `user${id}` }),
      findUsers: async () => [],
      arrived: (message) => arrived.push(message.seq),
      readOverview: async () => null,
      store,
      clock,
      random: () => 0.5,
      newClientId: () => `c-${++ids}`,
    },
    () => {},
  );
  chat.start();
  server.welcome(lastSeq);
  await chat.open("global");
  const seqs = () => (chat.history.timelines.get("global")?.messages ?? []).map(({ seq }) => seq);
  return { chat, clock, server, store, stored, seqs, arrived };
}

const ack = (client_id: string, seq: number) =>
  ({ type: "ack", client_id, conversation: "global", seq, timestamp: "2026-01-02T03:04:05.678901", duplicate: false }) as const;

test("a message is pending until its ack, then stored in its place, once", async () => {
  const { chat, server, seqs } = await start();
  chat.send("global", "hi");
  deepEqual(server.got("chat"), [{ type: "chat", client_id: "c-1", content: "hi", recipient: null }]);
  equal(chat.outbox.messages.length, 1);
  server.say(ack("c-1", 4));
  server.say(chatFrame(4, { sender_id: 1, sender: "ada", client_id: "c-1", content: "hi" }));
  equal(chat.outbox.messages.length, 0);
  deepEqual(seqs(), [1, 2, 3, 4]);
});

test("the echo counts as the ack when it comes first", async () => {
  const { chat, server, seqs } = await start();
  chat.send("global", "hi");
  server.say(chatFrame(4, { sender_id: 1, sender: "ada", client_id: "c-1", content: "hi" }));
  server.say(ack("c-1", 4));
  equal(chat.outbox.messages.length, 0);
  deepEqual(seqs(), [1, 2, 3, 4]);
});

test("what is written offline goes out in order after the reconnect", async () => {
  const { chat, clock, server } = await start();
  server.close(1006);
  chat.send("global", "one");
  chat.send("global", "two");
  equal(server.got("chat").length, 0);
  clock.pass(30_000);
  server.welcome(3);
  deepEqual(server.got("chat").map(({ content }) => content), ["one", "two"]);
});

test("what was sent and not acknowledged is sent again with the same client_id", async () => {
  const { chat, clock, server } = await start();
  chat.send("global", "hi");
  server.close(1006);
  clock.pass(30_000);
  server.welcome(3);
  deepEqual(server.got("chat").map(({ client_id }) => client_id), ["c-1", "c-1"]);
});

test("what was not acknowledged survives a reload", async () => {
  const before = await start();
  before.chat.send("global", "hi");
  const { server } = await start(before.store);
  deepEqual(server.got("chat").map(({ client_id }) => client_id), ["c-1"]);
});

test("an answer that never comes is asked for again", async () => {
  const { chat, clock, server } = await start();
  chat.send("global", "hi");
  for (let second = 0; second < 16; second++) {
    clock.pass(1_000);
    server.say({ type: "pong", server_time: "" });
  }
  equal(server.got("chat").length, 2);
});

test("a refused message fails in place and goes out again on retry", async () => {
  const { chat, server } = await start();
  chat.send("global", "hi");
  server.say({ type: "error", message: "Not allowed", code: "forbidden", client_id: "c-1" });
  deepEqual(chat.outbox.get("c-1")?.state, { kind: "failed", refusal: { code: "forbidden", sentence: "Not allowed" } });
  chat.retry("c-1");
  equal(server.got("chat").length, 2);
});

test("a message that came too fast waits as long as the server says", async () => {
  const { chat, clock, server } = await start();
  chat.send("global", "hi");
  server.say({ type: "error", message: "Slow down", code: "too_many_requests", client_id: "c-1", retry_after_ms: 4_000 });
  chat.send("global", "more");
  clock.pass(3_900);
  equal(server.got("chat").length, 1);
  clock.pass(200);
  deepEqual(server.got("chat").map(({ client_id }) => client_id), ["c-1", "c-1", "c-2"]);
});

test("a server that cannot store is asked a few times, then the user decides", async () => {
  const { chat, clock, server } = await start();
  chat.send("global", "hi");
  for (let attempt = 0; attempt < 6; attempt++) {
    server.say({ type: "error", message: "Failed to save message", code: "save_failed", client_id: "c-1" });
    clock.pass(2_000);
  }
  equal(server.got("chat").length, 5);
  equal(chat.outbox.get("c-1")?.state.kind, "failed");
});

test("a private message never goes to everybody, not even while its recipient is unknown", async () => {
  const { chat, server } = await start();
  equal(chat.canSendTo("dm-1-9"), false);
  chat.send("dm-1-9", "psst");
  chat.send("dm-1-2", "hello bob");
  deepEqual(server.got("chat").map(({ recipient }) => recipient), ["bob"]);
});

test("after a reconnect it resumes from what it has and takes the rest as it comes", async () => {
  const { clock, server, stored, seqs } = await start();
  server.close(1012);
  stored.last = 6;
  clock.pass(30_000);
  server.welcome(6);
  deepEqual(server.got("resume"), [{ type: "resume", conversations: { global: 3 } }]);
  [4, 5, 6].forEach((seq) => server.say(chatFrame(seq)));
  server.say({ type: "resumed", conversation: "global", last_seq: 6, complete: true });
  await settled();
  deepEqual(seqs(), [1, 2, 3, 4, 5, 6]);
});

test("too far behind, it reads the rest over HTTP", async () => {
  const { clock, server, stored, seqs } = await start();
  server.close(1012);
  stored.last = 40;
  clock.pass(30_000);
  server.welcome(40);
  server.say({ type: "resumed", conversation: "global", last_seq: 3, complete: false });
  await settled();
  equal(seqs().length, 40);
});

test("a server that does not answer resume is read over HTTP as well", async () => {
  const { clock, server, stored, seqs } = await start();
  server.close(1012);
  stored.last = 5;
  clock.pass(30_000);
  server.welcome(5);
  clock.pass(5_000);
  await settled();
  equal(seqs().length, 5);
});

test("a gap in what arrives is filled", async () => {
  const { server, stored, seqs } = await start();
  stored.last = 6;
  server.say(chatFrame(6));
  await settled();
  deepEqual(seqs(), [1, 2, 3, 4, 5, 6]);
});

test("unread messages count until their end is seen, which is told once a second", async () => {
  const { chat, clock, server } = await start();
  server.say(chatFrame(4));
  equal(chat.unreadInAll, 1);
  chat.seen("global", null);
  server.say(chatFrame(5));
  chat.seen("global", null);
  equal(chat.unreadInAll, 0);
  clock.pass(1_000);
  deepEqual(server.got("read"), [{ type: "read", conversation: "global", seq: 5 }]);
});

test("what another device has read is read here", async () => {
  const { chat, server } = await start();
  server.say(chatFrame(4));
  server.say({ type: "read", conversation: "global", seq: 4 });
  equal(chat.unreadInAll, 0);
});

test("a session that ended ends the chat", async () => {
  const { chat, server } = await start();
  server.close(4001);
  deepEqual(chat.connection, { kind: "ended", because: "session_invalid" });
});

test("what is new from somebody else is told, and nothing that was missed, of oneself, or known", async () => {
  const { clock, server, arrived } = await start();
  server.say(chatFrame(4));
  server.say(chatFrame(4));
  server.say(chatFrame(5, { sender_id: 1, sender: "ada" }));
  server.close(1006);
  clock.pass(30_000);
  server.welcome(7);
  server.say(chatFrame(6));
  server.say(chatFrame(7));
  server.say({ type: "resumed", conversation: "global", last_seq: 7, complete: true });
  server.say(chatFrame(8));
  deepEqual(arrived, [4, 8]);
});

test("a socket that is another user's by now sends nothing of the one before", async () => {
  const { chat, clock, server } = await start();
  server.close(1006);
  chat.send("global", "mine");
  clock.pass(30_000);
  server.welcome(3, 3, bob);
  deepEqual(chat.connection, { kind: "ended", because: "another_user" });
  deepEqual(server.got("chat"), []);
  equal(chat.outbox.messages.length, 1);
});

test("a page that was opened without a network learns everything once it is there", async () => {
  const [clock, server, answers] = [new TestingClock(), new TestingServer(), { isReachable: false }];
  const reachable = <T>(value: T) => Promise.resolve(answers.isReachable ? value : null);
  const chat = new Chat(
    ada,
    {
      openWire: server.open,
      readPage: () => reachable({ messages: messages(1, 3) }),
      readSomeUsers: () => reachable([ada, bob]),
      readUser: () => reachable(undefined),
      findUsers: () => reachable([]),
      readOverview: () => reachable({ positions: [], users: [] }),
      arrived: () => {},
      store: new TestingStore(),
      clock,
      random: () => 0.5,
      newClientId: () => "c-1",
    },
    () => {},
  );
  chat.start();
  await chat.open("global");
  await settled();
  equal(chat.canSendTo("dm-1-2"), false);
  answers.isReachable = true;
  server.welcome(3);
  await settled();
  equal(chat.canSendTo("dm-1-2"), true);
  deepEqual(chat.history.timelines.get("global")?.messages.map(({ seq }) => seq), [1, 2, 3]);
});
