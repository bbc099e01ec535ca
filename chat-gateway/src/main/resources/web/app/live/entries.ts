import type { Message } from "./message.ts";
import type { Outgoing } from "./outbox.ts";

/** One message as it is shown: stored, on its way, or failed. */
export interface Line {
  /** Stays the same while a message of this page goes from pending to stored. */
  readonly key: string;
  readonly content: string;
  readonly at: number;
  readonly state: "stored" | "pending" | "failed";
  /** To retry or throw away what failed. */
  readonly clientId: string | null;
  readonly reason: string | null;
}

/** What the message list shows, from the top. */
export type Entry =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | { readonly kind: "unread"; readonly key: string }
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
  readonly isFirstUnread: boolean;
}

type GrowingEntry = Exclude<Entry, Group> | (Group & { readonly lines: Line[] });

/** A pause after which the sender's name is shown again. */
const SAME_GROUP_WITHIN_MS = 5 * 60_000;

/**
 * @param readTo the place up to which it was read when it was opened; null to show no mark
 */
export function entriesOf(
  messages: readonly Message[],
  outgoing: readonly Outgoing[],
  me: { readonly id: number; readonly username: string },
  readTo: number | null,
): Entry[] {
  const isUnread = ({ seq, senderId }: Message) => readTo !== null && seq > readTo && senderId !== me.id;
  const firstUnread = messages.findIndex(isUnread);
  const stored = messages.map((message, index) => storedLine(message, index === firstUnread));
  const entries: GrowingEntry[] = [];
  let last: Written | null = null;
  for (const line of [...stored, ...outgoing.map((message) => outgoingLine(message, me))]) {
    append(entries, line, last);
    last = line;
  }
  return entries;
}

function append(entries: GrowingEntry[], line: Written, last: Written | null): void {
  if (last === null || !isSameDay(last.at, line.at)) {
    entries.push({ kind: "day", key: new Date(line.at).toDateString(), at: line.at });
  }
  if (line.isFirstUnread) {
    entries.push({ kind: "unread", key: "unread" });
  }
  const group = entries.at(-1);
  if (group?.kind === "group" && last !== null && belongTogether(last, line)) {
    group.lines.push(line);
  } else {
    const { senderId, sender, at, key } = line;
    entries.push({ kind: "group", key: `from ${key}`, senderId, sender, at, lines: [line] });
  }
}

function belongTogether(one: Written, next: Written): boolean {
  return one.senderId === next.senderId && next.at - one.at < SAME_GROUP_WITHIN_MS;
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

function storedLine(message: Message, isFirstUnread: boolean): Written {
  const { seq, senderId, sender, content, at, clientId } = message;
  const key = clientId === null ? `${seq}` : `${senderId} ${clientId}`;
  return { key, content, at, state: "stored", clientId: null, reason: null, senderId, sender, isFirstUnread };
}

function outgoingLine(message: Outgoing, me: { id: number; username: string }): Written {
  const { clientId, content, at, state } = message;
  return {
    key: `${me.id} ${clientId}`,
    content,
    at,
    state: state.kind === "failed" ? "failed" : "pending",
    clientId,
    reason: state.kind === "failed" ? state.reason : null,
    senderId: me.id,
    sender: me.username,
    isFirstUnread: false,
  };
}
