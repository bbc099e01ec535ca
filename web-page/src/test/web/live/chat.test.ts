import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { Chat } from "../../../main/resources/web/app/live/chat.ts";
import type { ReadPage } from "../../../main/resources/web/app/live/history.ts";
import type { Surroundings } from "../../../main/resources/web/app/live/surroundings.ts";
import { ada, bob, chatFrame, page, settled, TestingClock, TestingServer, TestingStore } from "./testing.ts";

function chatWith(readPage: ReadPage, answers = { isReachable: true }, store = new TestingStore()) {
  const [clock, server] = [new TestingClock(), new TestingServer()];
  const reachable = <T>(value: T) => Promise.resolve(answers.isReachable ? value : null);
  let ids = 0;
  const arrived: number[] = [];
  const surroundings: Surroundings = {
    openWire: server.open,
    readPage,
    readSomeUsers: () => reachable([ada, bob]),
    readUser: (id) => reachable(id === 99 ? undefined : { id, username: `user${id}` }),
    findUsers: () => reachable([]),
    readOverview: () => reachable({ positions: [], users: [] }),
    readRoom: () => reachable(null),
    arrived: (message) => arrived.push(message.seq),
    wasRead: () => {},
    store,
    clock,
    random: () => 0.5,
    newClientId: () => `c-${++ids}`,
  };
  return { chat: new Chat(ada, surroundings, () => {}), clock, server, store, arrived };
}

async function start(store = new TestingStore(), lastSeq = 3) {
  const stored = { last: lastSeq };
  const readPage: ReadPage = async (_, { before = stored.last + 1, after }) =>
    page(after === undefined ? 1 : after + 1, after === undefined ? before - 1 : stored.last);
  const started = chatWith(readPage, { isReachable: true }, store);
  const { chat, server } = started;
  chat.start();
  server.welcome(lastSeq);
  await chat.open("global");
  const seqs = () => chat.items("global").map(({ seq }) => seq);
  return { ...started, stored, seqs };
}

const ack = (client_id: string, seq: number) =>
  ({ type: "ack", client_id, conversation: "global", seq, timestamp: "2026-01-02T03:04:05.678901", duplicate: false }) as const;

test("a message is pending until its ack, then stored in its place, once", async () => {
  const { chat, server, seqs } = await start();
  chat.send("global", "hi");
  deepEqual(server.got("post"), [{ type: "post", conversation: "global", client_id: "c-1", content: "hi" }]);
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
  equal(server.got("post").length, 0);
  clock.pass(30_000);
  server.welcome(3);
  deepEqual(server.got("post").map(({ content }) => content), ["one", "two"]);
});

test("what was sent and not acknowledged is sent again with the same client_id", async () => {
  const { chat, clock, server } = await start();
  chat.send("global", "hi");
  server.close(1006);
  clock.pass(30_000);
  server.welcome(3);
  deepEqual(server.got("post").map(({ client_id }) => client_id), ["c-1", "c-1"]);
});

test("what was not acknowledged survives a reload", async () => {
  const before = await start();
  before.chat.send("global", "hi");
  const { server } = await start(before.store);
  deepEqual(server.got("post").map(({ client_id }) => client_id), ["c-1"]);
});

test("an answer that never comes is asked for again", async () => {
  const { chat, clock, server } = await start();
  chat.send("global", "hi");
  for (let second = 0; second < 16; second++) {
    clock.pass(1_000);
    server.say({ type: "pong", server_time: "" });
  }
  equal(server.got("post").length, 2);
});

test("a refused message fails in place and goes out again on retry", async () => {
  const { chat, server } = await start();
  chat.send("global", "hi");
  server.say({ type: "error", message: "Not allowed", code: "forbidden", client_id: "c-1" });
  deepEqual(chat.outbox.get("c-1")?.state, { kind: "failed", refusal: { code: "forbidden", sentence: "Not allowed" } });
  chat.retry("c-1");
  equal(server.got("post").length, 2);
});

test("a message that came too fast waits as long as the server says", async () => {
  const { chat, clock, server } = await start();
  chat.send("global", "hi");
  server.say({ type: "error", message: "Slow down", code: "too_many_requests", client_id: "c-1", retry_after_ms: 4_000 });
  chat.send("global", "more");
  clock.pass(3_900);
  equal(server.got("post").length, 1);
  clock.pass(200);
  deepEqual(server.got("post").map(({ client_id }) => client_id), ["c-1", "c-1", "c-2"]);
});

test("a server that cannot store is asked a few times, then the user decides", async () => {
  const { chat, clock, server } = await start();
  chat.send("global", "hi");
  for (let attempt = 0; attempt < 6; attempt++) {
    server.say({ type: "error", message: "Failed to save message", code: "save_failed", client_id: "c-1" });
    clock.pass(2_000);
  }
  equal(server.got("post").length, 5);
  equal(chat.outbox.get("c-1")?.state.kind, "failed");
});

test("a private message never goes to everybody, not even while its recipient is unknown", async () => {
  const { chat, server } = await start();
  equal(chat.canSendTo("dm-1-9"), false);
  chat.send("dm-1-9", "psst");
  chat.send("dm-1-2", "hello bob");
  deepEqual(server.got("post").map(({ conversation }) => conversation), ["dm-1-2"]);
});

test("after a reconnect it resumes from what it has and takes the rest as it comes", async () => {
  const { clock, server, stored, seqs } = await start();
  server.close(1012);
  stored.last = 6;
  clock.pass(30_000);
  server.welcome(6);
  deepEqual(server.got("resume"), [
    { type: "resume", conversations: {} },
    { type: "resume", conversations: { global: 3 } },
  ]);
  [4, 5, 6].forEach((seq) => server.say(chatFrame(seq)));
  server.say({ type: "resumed", conversation: "global", last_seq: 6, complete: true });
  await settled();
  deepEqual(seqs(), [1, 2, 3, 4, 5, 6]);
});

test("resume is the first frame of every connection, even where there is nothing to resume", async () => {
  const { chat, clock, server } = await start();
  chat.send("global", "hi");
  server.close(4010);
  clock.pass(30_000);
  server.accept();
  deepEqual(server.received.map(({ type }) => type), ["resume", "post", "resume"]);
  server.welcome(3);
  deepEqual(server.received.map(({ type }) => type), ["resume", "post", "resume", "post"]);
});

test("a room that is no longer the user's goes, with its messages", async () => {
  const { chat, server } = await start();
  server.say(chatFrame(1, { conversation: "room-5" }));
  await chat.open("room-5");
  server.say({ type: "resumed", conversation: "room-5", code: "not_found" });
  deepEqual(chat.positions.conversations, ["global"]);
  equal(chat.history.timelines.has("room-5"), false);
  equal(chat.unreadInAll, 0);
});

test("a direct conversation that has not begun when its reader reconnects shows its first message", async () => {
  const { chat, server } = chatWith(() => Promise.resolve({ events: [], covers: { from: 1, to: 0 } }));
  chat.start();
  server.welcome(0);
  await chat.open("dm-1-2");
  server.say({ type: "resumed", conversation: "dm-1-2", code: "not_found" });
  server.say(chatFrame(1, { conversation: "dm-1-2" }));
  deepEqual(chat.items("dm-1-2").map(({ seq }) => seq), [1]);
});

test("a conversation that was not resumed goes as far as its answer says", async () => {
  const { chat, server } = await start();
  server.say({ type: "resumed", conversation: "dm-1-2", last_seq: 4, complete: true });
  server.say({ type: "resumed", conversation: "dm-1-3", last_seq: 0, complete: true });
  deepEqual(chat.positions.conversations, ["global", "dm-1-2"]);
  equal(chat.positions.of("dm-1-2").last_seq, 4);
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

test("what one writes oneself, on whatever device, is never unread, and does not hide what others wrote", async () => {
  const { chat, server } = await start();
  const own = { sender_id: 1, sender: "ada" };
  [4, 5, 6].forEach((seq) => server.say(chatFrame(seq, own)));
  equal(chat.unreadInAll, 0);
  server.say(chatFrame(7));
  server.say(chatFrame(8, own));
  equal(chat.unreadInAll, 1);
  chat.send("global", "from here");
  server.say(ack("c-1", 9));
  equal(chat.unreadInAll, 1);
  deepEqual(server.got("read"), []);
});

test("after a reload the server's count says which of the messages are one's own", () => {
  const { chat, server } = chatWith(async () => page(1, 0));
  chat.start();
  server.welcomeTo([
    { conversation: "global", last_seq: 9, read_seq: 4, unread: 0 },
    { conversation: "dm-1-2", last_seq: 5, read_seq: 1, unread: 2 },
    { conversation: "dm-1-3", last_seq: 3, read_seq: 1 },
  ]);
  deepEqual(["global", "dm-1-2", "dm-1-3"].map((name) => chat.positions.unread(name)), [0, 2, 2]);
  server.say(chatFrame(6, { conversation: "dm-1-2" }));
  equal(chat.positions.unread("dm-1-2"), 3);
  server.say({ type: "read", conversation: "dm-1-2", seq: 5 });
  equal(chat.positions.unread("dm-1-2"), 1);
});

test("an ack that comes after another window took the message over fills the gap that it tells of", async () => {
  const { chat, server, store, stored, seqs } = await start();
  chat.send("global", "hi");
  store.removeItem("parley.outbox.1.c-1");
  chat.storeChanged("parley.outbox.1.c-1");
  equal(chat.outbox.messages.length, 0);
  stored.last = 4;
  server.say(ack("c-1", 4));
  await settled();
  deepEqual(seqs(), [1, 2, 3, 4]);
  equal(chat.unreadInAll, 0);
});

test("what is discarded in one window is not sent by another", async () => {
  const { chat, clock, server, store } = await start();
  server.close(1006);
  chat.send("global", "no, better not");
  store.removeItem("parley.outbox.1.c-1");
  clock.pass(30_000);
  server.welcome(3);
  deepEqual(server.got("post"), []);
  equal(chat.outbox.messages.length, 0);
});

test("what another window wrote is shown, and sent from here only once that window seems to be gone", async () => {
  const [here, there] = [await start(), new TestingStore()];
  const other = await start(there);
  other.server.close(1006);
  other.chat.send("global", "from there");
  const [key, value] = [there.key(0) ?? "", there.getItem(there.key(0) ?? "") ?? ""];
  here.store.setItem(key, value);
  here.chat.storeChanged(key);
  deepEqual(here.chat.outbox.messages.map(({ content }) => content), ["from there"]);
  here.clock.pass(29_000);
  here.server.say({ type: "pong", server_time: "" });
  deepEqual(here.server.got("post"), []);
  here.clock.pass(2_000);
  deepEqual(here.server.got("post").map(({ content }) => content), ["from there"]);
});

test("who leaves waits for what is on its way, a moment, and not for what cannot be sent", async () => {
  const { chat, clock, server } = await start();
  const left = { count: 0 };
  const leave = async () => {
    await chat.awaitDelivery();
    left.count++;
  };
  await leave();
  chat.send("global", "one");
  void leave();
  await settled();
  equal(left.count, 1);
  server.say(ack("c-1", 4));
  await settled();
  equal(left.count, 2);
  chat.send("global", "two");
  void leave();
  clock.pass(4_000);
  await settled();
  equal(left.count, 3);
  server.close(1006);
  await leave();
  equal(left.count, 4);
});

test("who logs out leaves nothing behind", async () => {
  const { chat, store } = await start();
  chat.send("global", "one");
  chat.drafts.keep("global", "two");
  chat.discardUnsent();
  deepEqual([store.length, chat.outbox.messages.length], [0, 0]);
});

test("people and conversations that could not be read are read again by themselves", async () => {
  const answers = { isReachable: false };
  const { chat, server, clock } = chatWith(async () => page(1, 0), answers);
  chat.start();
  server.welcome(3);
  await settled();
  equal(chat.learning, "failed");
  answers.isReachable = true;
  clock.pass(1_000);
  await settled();
  equal(chat.canSendTo("dm-1-2"), true);
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

test("what another device marks as unread is unread here, and stays so while it is open", async () => {
  const { chat, clock, server } = await start();
  server.say(chatFrame(4));
  chat.seen("global", null);
  clock.pass(10_000);
  server.say({ type: "read", conversation: "global", seq: 2 });
  equal(chat.unreadInAll, 2);
  chat.seen("global", null);
  equal(chat.unreadInAll, 2);
});

test("an older mark of another device, which crossed one's own, changes nothing", async () => {
  const { chat, clock, server } = await start();
  server.say(chatFrame(4));
  chat.seen("global", null);
  server.say({ type: "read", conversation: "global", seq: 2 });
  clock.pass(1_000);
  server.say({ type: "read", conversation: "global", seq: 2 });
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
  deepEqual(server.got("post"), []);
  equal(chat.outbox.messages.length, 1);
});

test("a page that was opened without a network learns everything once it is there", async () => {
  const answers = { isReachable: false };
  const { chat, server } = chatWith(async () => (answers.isReachable ? page(1, 3) : null), answers);
  chat.start();
  await chat.open("global");
  await settled();
  equal(chat.canSendTo("dm-1-2"), false);
  answers.isReachable = true;
  server.welcome(3);
  await settled();
  equal(chat.canSendTo("dm-1-2"), true);
  deepEqual(chat.items("global").map(({ seq }) => seq), [1, 2, 3]);
});

const inbox = { conversation: "inbox-1", sender_id: 2, sender: "bob", timestamp: "2026-01-02T03:04:05.678901" };
const ops = { conversation: "room-7", kind: "room", name: "ops", role: "member", last_seq: 3, read_seq: 3, unread: 0 } as const;
const about = (seq: number, conversation = "global") => ({ ...chatFrame(seq, { conversation }), content: undefined });

test("a room appears with the inbox's word, and is gone with its messages after a removal", async () => {
  const { chat, server } = await start();
  server.sayText(JSON.stringify({ ...inbox, type: "added", seq: 1, room: ops, at: 3 }));
  equal(chat.rooms.get("room-7")?.name, "ops");
  equal(chat.positions.conversations.includes("room-7"), true);
  await chat.open("room-7");
  server.sayText(JSON.stringify({ ...about(4, "room-7"), type: "left", user: ada, how: "removed" }));
  deepEqual([chat.rooms.get("room-7"), chat.history.timelines.has("room-7")], [null, false]);
  server.sayText(JSON.stringify({ ...inbox, type: "removed", seq: 2, in: "room-7", at: 4 }));
  equal(chat.positions.conversations.includes("room-7"), false);
  equal(chat.positions.conversations.includes("inbox-1"), false);
});

test("a room that a new welcome does not have is gone", async () => {
  const { chat, clock, server } = await start();
  server.sayText(JSON.stringify({ ...inbox, type: "added", seq: 1, room: ops, at: 3 }));
  server.close(1006);
  clock.pass(30_000);
  server.welcome(3);
  equal(chat.rooms.get("room-7"), null);
});

test("a room is what its events made of it, and an older picture of it changes nothing", async () => {
  const { chat, server } = await start();
  server.welcomeTo([{ conversation: "global", last_seq: 3, read_seq: 3 }, ops]);
  server.sayText(JSON.stringify({ ...about(4, "room-7"), type: "room_changed", name: "operations", topic: "", archived: true }));
  server.sayText(JSON.stringify({ ...about(5, "room-7"), type: "role_changed", user: ada, role: "owner" }));
  chat.enter(ops);
  const { name, isArchived, role } = chat.rooms.get("room-7") ?? {};
  deepEqual([name, isArchived, role], ["operations", true, "owner"]);
  equal(chat.canSendTo("room-7"), false);
});

test("another epoch drops every copy and cursor, and reads anew what is open", async () => {
  const { chat, clock, server, stored, seqs } = await start();
  server.close(1006);
  stored.last = 1;
  clock.pass(30_000);
  server.welcomeTo([{ conversation: "global", last_seq: 1, read_seq: 0 }], ada, "e-2");
  await settled();
  deepEqual(seqs(), [1]);
  equal(chat.positions.of("global").last_seq, 1);
  server.close(1006);
  clock.pass(30_000);
  server.accept();
  deepEqual(server.got("resume").at(-1), { type: "resume", conversations: { global: 1 } });
});

test("events that are no messages move the cursor and are never unread", async () => {
  const { chat, server, seqs } = await start();
  server.sayText(JSON.stringify({ ...about(4), type: "reacted", target: 3, emoji: "👍", on: true }));
  server.sayText(JSON.stringify({ ...about(5), type: "call_started" }));
  equal(chat.unreadInAll, 0);
  server.say(chatFrame(6));
  equal(chat.unreadInAll, 1);
  server.sayText(JSON.stringify({ ...about(7), type: "deleted", target: 6 }));
  equal(chat.unreadInAll, 0);
  deepEqual(seqs(), [1, 2, 3]);
  equal(chat.history.timelines.get("global")?.completeTo, 7);
});

test("a reaction shows at once, and stays one when its event comes", async () => {
  const { chat, server } = await start();
  const reactions = () => chat.items("global").flatMap((item) => (item.kind === "message" ? item.reactions : []));
  chat.give("global", { type: "react", target: 2, emoji: "👍", on: true });
  deepEqual(server.got("react"), [{ type: "react", target: 2, emoji: "👍", on: true, conversation: "global", client_id: "c-1" }]);
  deepEqual(reactions(), [{ emoji: "👍", users: [1], others: 0 }]);
  server.say(ack("c-1", 4));
  server.sayText(JSON.stringify({ ...about(4), type: "reacted", sender_id: 1, sender: "ada", client_id: "c-1", target: 2, emoji: "👍", on: true }));
  deepEqual(reactions(), [{ emoji: "👍", users: [1], others: 0 }]);
});

test("a refused edit is taken back and its text becomes the draft, or stands below it", async () => {
  const { chat, server } = await start();
  chat.give("global", { type: "edit", target: 2, content: "better" });
  server.say({ type: "error", message: "Too late", code: "edit_window_over", client_id: "c-1" });
  equal(chat.refusal?.code, "edit_window_over");
  equal(chat.drafts.of("global"), "better");
  equal(chat.items("global").some((item) => item.kind === "message" && item.content === "better"), false);
  chat.give("global", { type: "edit", target: 2, content: "best" });
  server.say({ type: "error", message: "Gone", code: "target_gone", client_id: "c-2" });
  equal(chat.drafts.of("global"), "better\nbest");
});

test("what is marked as unread stays so until it is opened again", async () => {
  const { chat, clock, server } = await start();
  server.sayText(JSON.stringify({ ...about(4), type: "reacted", target: 3, emoji: "👍", on: true }));
  server.say(chatFrame(5, { sender_id: 1, sender: "ada" }));
  chat.seen("global", null);
  clock.pass(2_000);
  chat.markUnread("global", 2);
  deepEqual(server.got("unread"), [{ type: "unread", conversation: "global", seq: 2 }]);
  equal(chat.unreadInAll, 2);
  chat.seen("global", null);
  clock.pass(2_000);
  equal(chat.unreadInAll, 2);
  equal(server.got("read").length, 1);
  await chat.open("global");
  chat.seen("global", null);
  equal(chat.unreadInAll, 0);
});

test("what was seen for a moment only is told before the page is gone", async () => {
  const { chat, server } = await start();
  server.say(chatFrame(4));
  chat.seen("global", null);
  deepEqual(server.got("read"), []);
  chat.leaving();
  deepEqual(server.got("read"), [{ type: "read", conversation: "global", seq: 4 }]);
});

test("a message that comes live behind what is missing is no place to resume from", async () => {
  const { chat, clock, server, stored, seqs } = await start();
  server.close(1012);
  stored.last = 10;
  clock.pass(30_000);
  server.welcome(40);
  [4, 5, 6, 7, 8, 9, 10].forEach((seq) => server.say(chatFrame(seq)));
  server.say({ type: "resumed", conversation: "global", last_seq: 10, complete: false });
  server.say(chatFrame(41));
  await settled();
  server.close(1012);
  clock.pass(30_000);
  server.accept();
  deepEqual(server.got("resume").at(-1), { type: "resume", conversations: { global: 10 } });
  stored.last = 41;
  server.welcome(41);
  server.say({ type: "resumed", conversation: "global", last_seq: 10, complete: false });
  await settled();
  chat.reconnectNow();
  await settled();
  deepEqual(seqs(), Array.from({ length: 41 }, (_, index) => index + 1));
  equal(chat.history.catchingUp("global"), "no");
});

test("a device whose clock is hours ahead takes time and place of its messages from the server", async () => {
  const { chat, clock, server, seqs } = await start();
  clock.set(5 * 3_600_000);
  chat.send("global", "from the future");
  server.say(ack("c-1", 4));
  server.say(chatFrame(5, { timestamp: "2026-01-02T03:04:06.000000" }));
  deepEqual(seqs(), [1, 2, 3, 4, 5]);
  const times = chat.items("global").map(({ at }) => at);
  deepEqual(times.slice(-2), [Date.UTC(2026, 0, 2, 3, 4, 5, 678), Date.UTC(2026, 0, 2, 3, 4, 6)]);
});
