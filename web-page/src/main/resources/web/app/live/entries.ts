import { isSameDay } from "./days.ts";
import type { RoomChangedFrame } from "./events.ts";
import type { Happening, Item, Message, Reaction } from "./message.ts";
import type { Outgoing } from "./outbox.ts";
import type { Refusal } from "./refusal.ts";
import type { Range } from "./ranges.ts";
import { indexOf } from "./sorted.ts";

/** One message as it is shown: stored, on its way, or failed. */
export interface Line {
  /** Stays the same while a message of this page goes from pending to stored. */
  readonly key: string;
  /** 0 while it is not stored. */
  readonly seq: number;
  readonly content: string;
  readonly at: number;
  readonly state: "stored" | "pending" | "failed";
  /** To retry or throw away what failed. */
  readonly clientId: string | null;
  /** Of what failed. */
  readonly refusal: Refusal | null;
  /** Null while it is not stored. */
  readonly message: Message | null;
  readonly isEdited: boolean;
  readonly reactions: readonly Reaction[];
}

/** What the message list shows, from the top. */
export type Entry =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | { readonly kind: "unread"; readonly key: string }
  /** Messages are missing here that the server has. */
  | { readonly kind: "gap"; readonly key: string }
  | { readonly kind: "happening"; readonly key: string; readonly happening: Happening; readonly before: RoomChangedFrame | null }
  | Group;

/** Messages that one person wrote one after the other. */
export interface Group {
  readonly kind: "group";
  readonly key: string;
  readonly senderId: number;
  readonly sender: string;
  readonly at: number;
  readonly lines: readonly Line[];
}

interface Written extends Line {
  readonly senderId: number;
  readonly sender: string;
}

type GrowingGroup = Omit<Group, "key" | "lines"> & { key: string; readonly lines: Line[] };

type GrowingEntry = Exclude<Entry, Group> | GrowingGroup;

/** A group begins anew after so long, and after so many lines: the sender's name is never far. */
const LONGEST_GROUP_MS = 5 * 60_000;
const MOST_LINES = 10;

/**
 * A long group prefers to end before these places, whatever it began with: the same lines then stay
 * together when older ones are loaded above.
 */
const EVERY = 8;
const FEW_LINES = 3;

/** Whoever shows a message again need not look at it again: its line is the same object. */
const lineOf = new WeakMap<Message, Written>();

/** The key of the group that a line was shown in. */
const groupOf = new WeakMap<Line, string>();

/**
 * Where the mark of the unread stands: before the first message by somebody else after the place
 * `readTo`; 0 where there is none.
 */
export function firstUnread(items: readonly Item[], readTo: number, me: number): number {
  let index = indexOf(items, readTo + 1);
  while (items[index] !== undefined && !isOfOthers(items[index], me)) {
    index++;
  }
  return items[index]?.seq ?? 0;
}

function isOfOthers(item: Item | undefined, me: number): boolean {
  return item?.kind === "message" && item.senderId !== me;
}

/** What is shown, and where. */
export interface Contents {
  readonly items: readonly Item[];
  readonly outgoing: readonly Outgoing[];
  readonly me: { readonly id: number; readonly username: string };
  /** The place of the message under the mark; 0 to show no mark. */
  readonly unreadFrom: number;
  /** What is missing; only what lies after the first of the items counts. */
  readonly gaps: readonly Range[];
}

export function entriesOf({ items, outgoing, me, unreadFrom, gaps }: Contents): Entry[] {
  const entries: GrowingEntry[] = [];
  const first = items[0]?.seq ?? Infinity;
  const missing = gaps.filter(({ to }) => to > first);
  let last: Placed | null = null;
  for (const item of items) {
    last = appendItem(entries, item, last, { unreadFrom, missing });
  }
  if (last !== null && missing.some(({ to }) => to > (last?.seq ?? 0))) {
    entries.push({ kind: "gap", key: "gap at the end" });
  }
  for (const message of outgoing) {
    const line = outgoingLine(message, me);
    appendLine(entries, line, last, unreadFrom);
    last = line;
  }
  nameGroups(entries.filter((entry) => entry.kind === "group"));
  return entries;
}

/** Something that has a place, or will have one. */
interface Placed {
  readonly seq: number;
  readonly at: number;
  readonly key?: string;
}

interface Around {
  readonly unreadFrom: number;
  readonly missing: readonly Range[];
}

function appendItem(entries: GrowingEntry[], item: Item, last: Placed | null, { unreadFrom, missing }: Around): Placed {
  if (last !== null && missing.some(({ from, to }) => from < item.seq && to > last.seq)) {
    entries.push({ kind: "gap", key: `gap after ${last.seq}` });
  }
  if (item.kind === "message") {
    const line = storedLine(item);
    appendLine(entries, line, last, unreadFrom);
    return line;
  }
  appendDay(entries, item, last);
  entries.push({ kind: "happening", key: `happening ${item.seq}`, happening: item, before: changeBefore(entries) });
  return item;
}

/** A group that grows, or loses lines that are shown no longer, stays the same one on the page. */
function nameGroups(groups: readonly GrowingGroup[]): void {
  const taken = new Set<string>();
  for (const group of groups) {
    const known = group.lines.map((line) => groupOf.get(line)).findLast((key) => key !== undefined);
    group.key = known === undefined || taken.has(known) ? group.key : known;
    taken.add(group.key);
    group.lines.forEach((line) => groupOf.set(line, group.key));
  }
}

/** The last change of the room's settings that is shown already. */
function changeBefore(entries: readonly GrowingEntry[]): RoomChangedFrame | null {
  const before = entries.findLast((entry) => entry.kind === "happening" && entry.happening.event.type === "room_changed");
  return before?.kind === "happening" && before.happening.event.type === "room_changed" ? before.happening.event : null;
}

function appendLine(entries: GrowingEntry[], line: Written, last: Placed | null, unreadFrom: number): void {
  appendDay(entries, line, last);
  if (line.seq > 0 && line.seq === unreadFrom) {
    entries.push({ kind: "unread", key: "unread" });
  }
  const group = entries.at(-1);
  if (group?.kind === "group" && belongTogether(group, line)) {
    group.lines.push(line);
  } else {
    const { senderId, sender, at, key } = line;
    entries.push({ kind: "group", key: `from ${key}`, senderId, sender, at, lines: [line] });
  }
}

function appendDay(entries: GrowingEntry[], next: Placed, last: Placed | null): void {
  if (last === null || !isSameDay(last.at, next.at)) {
    entries.push({ kind: "day", key: dayKey(entries, next), at: next.at });
  }
}

/** A clock that was set back may show the same day twice. */
function dayKey(entries: readonly GrowingEntry[], { at, seq, key = `${seq}` }: Placed): string {
  const day = new Date(at).toDateString();
  return entries.some((entry) => entry.key === day) ? `${day} at ${key}` : day;
}

function belongTogether(group: GrowingGroup, next: Written): boolean {
  return group.senderId === next.senderId && Math.abs(next.at - group.at) < LONGEST_GROUP_MS && !isFull(group.lines.length, next);
}

function isFull(lines: number, { seq }: Written): boolean {
  return lines >= MOST_LINES || (lines >= FEW_LINES && seq > 0 && seq % EVERY === 0);
}

function storedLine(message: Message): Written {
  const known = lineOf.get(message);
  if (known !== undefined) {
    return known;
  }
  const { seq, senderId, sender, content, at, clientId, isEdited, reactions } = message;
  const key = clientId === null ? `${seq}` : `${senderId} ${clientId}`;
  const line: Written = { key, content, at, state: "stored", clientId: null, refusal: null, senderId, sender, seq, message, isEdited, reactions };
  lineOf.set(message, line);
  return line;
}

function outgoingLine(message: Outgoing, me: { id: number; username: string }): Written {
  const { clientId, content, at, state } = message;
  return {
    key: `${me.id} ${clientId}`,
    content,
    at,
    state: state.kind === "failed" ? "failed" : "pending",
    clientId,
    refusal: state.kind === "failed" ? state.refusal : null,
    senderId: me.id,
    sender: me.username,
    seq: 0,
    message: null,
    isEdited: false,
    reactions: [],
  };
}
