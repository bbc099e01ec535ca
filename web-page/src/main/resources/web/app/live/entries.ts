import { isSameDay } from "./days.ts";
import type { Message } from "./message.ts";
import type { Outgoing } from "./outbox.ts";
import type { Refusal } from "./refusal.ts";
import { indexFrom } from "./window.ts";

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
}

/** What the message list shows, from the top. */
export type Entry =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | { readonly kind: "unread"; readonly key: string }
  /** Messages are missing here that the server has. */
  | { readonly kind: "gap"; readonly key: string }
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
export function firstUnread(messages: readonly Message[], readTo: number, me: number): number {
  let index = indexFrom(messages, readTo + 1);
  while (messages[index]?.senderId === me) {
    index++;
  }
  return messages[index]?.seq ?? 0;
}

/**
 * @param unreadFrom the place of the message under the mark; 0 to show no mark
 * @param lastSeq the end of the conversation where `messages` should reach it, else 0
 */
export function entriesOf(
  messages: readonly Message[],
  outgoing: readonly Outgoing[],
  me: { readonly id: number; readonly username: string },
  unreadFrom: number,
  lastSeq = 0,
): Entry[] {
  const entries: GrowingEntry[] = [];
  let last: Written | null = null;
  const isEndMissing = messages.length > 0 && (messages.at(-1)?.seq ?? 0) < lastSeq;
  for (const line of messages.map(storedLine)) {
    append(entries, line, last, unreadFrom);
    last = line;
  }
  if (isEndMissing) {
    entries.push({ kind: "gap", key: "gap at the end" });
  }
  for (const line of outgoing.map((message) => outgoingLine(message, me))) {
    append(entries, line, last, unreadFrom);
    last = line;
  }
  nameGroups(entries.filter((entry) => entry.kind === "group"));
  return entries;
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

function append(entries: GrowingEntry[], line: Written, last: Written | null, unreadFrom: number): void {
  if (last !== null && last.seq > 0 && line.seq > last.seq + 1) {
    entries.push({ kind: "gap", key: `gap after ${last.seq}` });
  }
  if (last === null || !isSameDay(last.at, line.at)) {
    entries.push({ kind: "day", key: dayKey(entries, line), at: line.at });
  }
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

/** A clock that was set back may show the same day twice. */
function dayKey(entries: readonly GrowingEntry[], { at, key }: Written): string {
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
  const { seq, senderId, sender, content, at, clientId } = message;
  const key = clientId === null ? `${seq}` : `${senderId} ${clientId}`;
  const line: Written = { key, content, at, state: "stored", clientId: null, refusal: null, senderId, sender, seq };
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
  };
}
