import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { ChatFrame, EventFrame } from "../../../main/resources/web/app/live/events.ts";
import type { Item, Message } from "../../../main/resources/web/app/live/message.ts";
import { fold, NOTHING, type Batch, type Picture } from "../../../main/resources/web/app/live/picture.ts";
import { gapsIn } from "../../../main/resources/web/app/live/ranges.ts";
import { chatFrame } from "./testing.ts";
import { randomFrom, TestingLog, type Random } from "./testing-log.ts";

function shownIn(items: readonly Item[]): Map<number, unknown> {
  return new Map(
    items.map((item): [number, unknown] => {
      if (item.kind === "happening") {
        return [item.seq, item.event.type];
      }
      const { content, isEdited, isPinned } = item;
      const reactions = item.reactions.map(({ emoji, users, others }) => `${emoji} ${users.length + others}`).sort();
      return [item.seq, { content, isEdited, isPinned, reactions }];
    }),
  );
}

/** Without what happened to the room: other conversations have nothing of that kind. */
function messagesOf(shown: Map<number, unknown>): Map<number, unknown> {
  return new Map([...shown].filter(([, value]) => typeof value !== "string"));
}

function messageAfter(events: readonly EventFrame[]): Message {
  const [item] = fold(NOTHING, { events, covers: null }).items;
  if (item?.kind !== "message") {
    throw new Error("no message");
  }
  return item;
}

/** Reads what is missing, in pages, until nothing is. */
function caughtUp(picture: Picture, log: TestingLog, random: Random): Picture {
  let after = picture;
  for (let [gap] = gapsIn(after.covered, log.last); gap !== undefined; [gap] = gapsIn(after.covered, log.last)) {
    after = fold(after, log.eventsAfter(gap.from - 1, 1 + Math.floor(random() * 20)));
  }
  return after;
}

/** A page that is opened at some moment, loses frames, gets others twice and late, and reads pages that are late too. */
function follow(log: TestingLog, random: Random, isRoom: boolean): { picture: Picture; from: number } {
  const late: Batch[] = [];
  let picture = NOTHING;
  let isOpen = false;
  const arrive = (batch: Batch) => (random() < 0.5 ? late.push(batch) : (picture = fold(picture, batch)));
  const opensAt = random() * 60;
  for (let step = 0; step < 160; step++) {
    log.happen();
    if (!isOpen && step >= opensAt) {
      picture = fold(NOTHING, log.messages(undefined, 8, isRoom));
      isOpen = true;
    } else if (isOpen && random() < 0.75) {
      const [event] = log.events.slice(-1);
      arrive({ events: event === undefined ? [] : random() < 0.2 ? [event, event] : [event], covers: null });
    }
    if (isOpen && random() < 0.1) {
      arrive(log.messages(picture.covered[0]?.from, 5, isRoom));
    }
    if (isOpen && random() < 0.1) {
      arrive(log.eventsAfter(picture.covered[0]?.to ?? 0, 10));
    }
    if (random() < 0.3) {
      const [batch] = late.splice(Math.floor(random() * late.length), 1);
      picture = batch === undefined ? picture : fold(picture, batch);
    }
  }
  picture = late.reduce(fold, picture);
  picture = caughtUp(picture, log, random);
  return { picture, from: picture.covered[0]?.from ?? 1 };
}

test("any split of a log into pages, resumes and live events, with repetitions and in any order, gives the same picture", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const log = new TestingLog(random);
    const isRoom = seed % 2 === 0;
    const { picture, from } = follow(log, random, isRoom);
    const [shown, expected] = [shownIn(picture.items), log.shown(from)];
    deepEqual(isRoom ? shown : messagesOf(shown), isRoom ? expected : messagesOf(expected), `seed ${seed}`);
  }
});

test("the same batches in another order give the same picture", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = randomFrom(seed);
    const log = new TestingLog(random);
    const batches: Batch[] = [];
    for (let step = 0; step < 60; step++) {
      log.happen();
      batches.push({ events: log.events.slice(-1), covers: null });
      if (step % 15 === 10) {
        batches.push(log.messages(undefined, 10));
      }
    }
    const [forwards, backwards] = [batches.reduce(fold, NOTHING), batches.reduceRight(fold, NOTHING)];
    deepEqual(shownIn(forwards.items), shownIn(backwards.items), `seed ${seed}`);
    deepEqual(shownIn(forwards.items), log.shown(1), `seed ${seed}`);
  }
});

test("a reaction that the message was loaded with does not count again", () => {
  const loaded: ChatFrame = chatFrame(1, { as_of: 5, reactions: [{ emoji: "👍", users: [1, 2], count: 25 }] });
  const reacted = (seq: number, user: number, on: boolean) =>
    ({ ...chatFrame(seq), type: "reacted", sender_id: user, target: 1, emoji: "👍", on }) as const;
  const events = [loaded, reacted(4, 2, true), reacted(6, 99, true), reacted(7, 50, false), reacted(6, 99, true)];
  const item = messageAfter(events);
  deepEqual(item.reactions, [{ emoji: "👍", users: [1, 2, 99], others: 22 }]);
});

test("the newest text and the later picture count, in whatever order they come", () => {
  const edited = { ...chatFrame(7), type: "edited", target: 1, content: "older" } as const;
  const early = chatFrame(1, { as_of: 5, reactions: [{ emoji: "👍", users: [2], count: 1 }] });
  const late = chatFrame(1, { content: "newest", content_seq: 9, as_of: 10, reactions: [{ emoji: "🎉", users: [3], count: 1 }] });
  for (const events of [[edited, early, late], [late, early, edited], [early, late, edited]]) {
    const { content, reactions } = messageAfter(events);
    deepEqual([content, reactions.map(({ emoji }) => emoji)], ["newest", ["🎉"]]);
  }
});

test("an edit touches the text alone: pin and reactions stay", () => {
  const about = { ...chatFrame(2), target: 1 };
  const events = [
    chatFrame(1),
    { ...about, type: "pinned", on: true } as const,
    { ...about, seq: 3, type: "reacted", emoji: "👍", on: true } as const,
    { ...about, seq: 4, type: "edited", content: "new" } as const,
  ];
  const item = messageAfter(events);
  deepEqual([item.content, item.isEdited, item.isPinned, item.reactions.length], ["new", true, true, 1]);
});

test("what was deleted never comes back, not with an older page either", () => {
  const deleted = { ...chatFrame(2), type: "deleted", target: 1 } as const;
  const picture = fold(NOTHING, { events: [chatFrame(1), deleted], covers: null });
  equal(fold(picture, { events: [chatFrame(1, { as_of: 1 })], covers: null }).items.length, 0);
});

test("all that one author wrote goes with one event, and what comes after it stays", () => {
  const erased = { ...chatFrame(3), type: "author_erased", user: 2, up_to: 2 } as const;
  const events = [chatFrame(1), chatFrame(2, { sender_id: 7 }), erased, chatFrame(4), chatFrame(1)];
  deepEqual(fold(NOTHING, { events, covers: null }).items.map(({ seq }) => seq), [2, 4]);
});
