import type { ChatFrame, EventFrame } from "../../../main/resources/web/app/live/events.ts";
import { batchOfEvents, batchOfMessages } from "../../../main/resources/web/app/live/pages.ts";
import type { Batch } from "../../../main/resources/web/app/live/picture.ts";

export type Random = () => number;

/** Numbers that a failed run can be repeated with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const USERS = Array.from({ length: 30 }, (_, index) => ({ id: index + 1, username: `user${index + 1}` }));
const EMOJI = ["👍", "❤️"];
const TIMESTAMP = "2026-01-02T03:04:05.678901";

type Chat = ChatFrame & { readonly content_seq: number };

interface Shown {
  readonly content: string;
  readonly isEdited: boolean;
  readonly isPinned: boolean;
  readonly reactions: readonly string[];
}

/** A conversation's log as a server keeps it, and what it answers at any moment. Written without the page's fold. */
export class TestingLog {
  readonly events: EventFrame[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  get last(): number {
    return this.events.length;
  }

  /** Appends something that changes something, as servers do. */
  happen(): void {
    const user = this.#any(USERS);
    const placed = { conversation: "room-1", seq: this.last + 1, sender_id: user.id, sender: user.username, timestamp: TIMESTAMP };
    const target = this.#any(this.#living(this.last))?.seq ?? 0;
    const choice = this.#random();
    if (target === 0 || choice < 0.3) {
      this.events.push({ ...placed, type: "chat", content: `text ${placed.seq}`, client_id: `c-${placed.seq}` });
    } else if (choice < 0.42) {
      this.events.push({ ...placed, type: "edited", target, content: `edit ${placed.seq}` });
    } else if (choice < 0.47) {
      this.events.push({ ...placed, type: "deleted", target });
    } else if (choice < 0.8) {
      const emoji = this.#any(EMOJI);
      this.events.push({ ...placed, type: "reacted", target, emoji, on: !this.#reacted(target, emoji, this.last).has(user.id) });
    } else if (choice < 0.86) {
      this.events.push({ ...placed, type: "pinned", target, on: !this.#isPinned(target, this.last) });
    } else if (choice < 0.92) {
      this.events.push({ ...placed, type: "joined", user, how: "joined", role: "member" });
    } else if (choice < 0.94) {
      this.events.push({ ...placed, type: "room_changed", name: `name ${placed.seq}` });
    } else if (choice < 0.95) {
      this.events.push({ ...placed, type: "erased", ranges: [[target, target]] });
    } else {
      this.events.push({ ...placed, type: "unknown" });
    }
  }

  /** `GET …/events`, as the storage has them once the log goes up to `now`. */
  eventsAfter(after: number, limit: number, now = this.last): Batch {
    const events = this.events.slice(after, Math.min(now, after + limit)).map((event) => this.#fromStorage(event, now));
    return batchOfEvents(events, after);
  }

  /** `GET …/messages`, as the page reads it of a room: with the events of those places, or else without. */
  messages(before: number | undefined, limit: number, isRoom = true): Batch {
    const now = this.last;
    const living = this.#living(now).filter(({ seq }) => seq < (before ?? Infinity));
    const messages = living.slice(-limit).map((chat) => ({ ...this.#current(chat, now), pinned: this.#isPinned(chat.seq, now), reactions: this.#reactions(chat.seq, now) }));
    const page = batchOfMessages({ messages, as_of: now }, before === undefined ? { limit } : { before, limit });
    if (!isRoom) {
      return page;
    }
    const { from, to } = page.covers ?? { from: 1, to: 0 };
    const lines = this.events.slice(Math.max(0, from - 1), to).map((event) => this.#fromStorage(event, now));
    return { events: [...page.events, ...lines], covers: page.covers };
  }

  /** What everybody should see from the place `from` on. */
  shown(from: number): Map<number, Shown | string> {
    const living = new Map(this.#living(this.last).map((chat) => [chat.seq, chat]));
    const shown = new Map<number, Shown | string>();
    for (const { seq, type } of this.events.slice(from - 1)) {
      const chat = living.get(seq);
      if (chat !== undefined) {
        const { content, content_seq } = this.#current(chat, this.last);
        const reactions = this.#reactions(seq, this.last).map(({ emoji, count }) => `${emoji} ${count}`);
        shown.set(seq, { content, isEdited: content_seq > seq, isPinned: this.#isPinned(seq, this.last), reactions: reactions.sort() });
      } else if (type === "joined" || type === "room_changed") {
        shown.set(seq, type);
      }
    }
    return shown;
  }

  #any<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)] as T;
  }

  #upTo(now: number): readonly EventFrame[] {
    return this.events.slice(0, now);
  }

  #living(now: number): readonly ChatFrame[] {
    const gone = new Set(this.#upTo(now).flatMap((event) => (event.type === "deleted" ? event.target : event.type === "erased" ? event.ranges.map(([from]) => from) : [])));
    return this.#upTo(now).filter((event): event is ChatFrame => event.type === "chat" && !gone.has(event.seq));
  }

  #edits(target: number, now: number) {
    return this.#upTo(now).filter((event) => event.type === "edited" && event.target === target) as (EventFrame & { content: string })[];
  }

  #current(chat: ChatFrame, now: number): Chat {
    const edit = this.#edits(chat.seq, now).at(-1);
    return { ...chat, content: edit?.content ?? chat.content, content_seq: edit?.seq ?? chat.seq };
  }

  #fromStorage(event: EventFrame, now: number): EventFrame {
    if (event.type === "chat") {
      const isLiving = this.#living(now).some(({ seq }) => seq === event.seq);
      return isLiving ? this.#current(event, now) : { ...event, content: "", deleted: true };
    }
    const isOvertaken = event.type === "edited" && this.#edits(event.target, now).at(-1)?.seq !== event.seq;
    return isOvertaken ? { ...event, content: null } : event;
  }

  #isPinned(target: number, now: number): boolean {
    const pin = this.#upTo(now).findLast((event) => event.type === "pinned" && event.target === target);
    return pin?.type === "pinned" && pin.on;
  }

  #reacted(target: number, emoji: string, now: number): Set<number> {
    const users = new Set<number>();
    for (const event of this.#upTo(now)) {
      if (event.type === "reacted" && event.target === target && event.emoji === emoji) {
        users[event.on ? "add" : "delete"](event.sender_id ?? 0);
      }
    }
    return users;
  }

  /** With the first few users only, as servers list them. */
  #reactions(target: number, now: number) {
    return EMOJI.flatMap((emoji) => {
      const users = [...this.#reacted(target, emoji, now)];
      return users.length === 0 ? [] : [{ emoji, users: users.slice(0, 2), count: users.length }];
    });
  }
}
