import type { ChangeFrame, ChatFrame, ReactedFrame } from "./events.ts";
import { messageOf, type Message, type Reaction } from "./message.ts";

/** What is known of one message: how it was met with last, and what happened to it since. */
export interface MessageRecord {
  readonly seq: number;
  /** Null while only events about it came. */
  readonly base: ChatFrame | null;
  /** Each once, in the order of `seq`. */
  readonly changes: readonly ChangeFrame[];
}

/** The later picture of it counts. */
export function withBase(record: MessageRecord, base: ChatFrame): MessageRecord {
  const isNewer = record.base === null || knownTo(base) > knownTo(record.base);
  return isNewer ? { ...record, base: withNewerText(base, record.base) } : { ...record, base: withNewerText(record.base, base) };
}

export function withChange(record: MessageRecord, change: ChangeFrame): MessageRecord {
  const index = record.changes.findIndex(({ seq }) => seq >= change.seq);
  const known = record.changes[index];
  if (known?.seq === change.seq) {
    return hasText(change) && !hasText(known) ? { ...record, changes: record.changes.with(index, change) } : record;
  }
  return { ...record, changes: record.changes.toSpliced(index < 0 ? record.changes.length : index, 0, change) };
}

/** Null where it is not known, or deleted. */
export function messageIn({ base, changes }: MessageRecord): Message | null {
  if (base === null || base.deleted === true || changes.some(({ type }) => type === "deleted")) {
    return null;
  }
  return changes.length === 0 ? messageOf(base) : { ...messageOf(base), ...changed(base, changes) };
}

/** All events about it up to there are in it, except for those about its text, of which `content_seq` tells. */
function knownTo({ as_of, seq }: ChatFrame): number {
  return as_of ?? seq;
}

function textFrom({ content_seq, as_of, seq }: ChatFrame): number {
  return content_seq ?? as_of ?? seq;
}

/** One may be older and know a newer text: an event from the storage has it. A deletion is for ever. */
function withNewerText(base: ChatFrame, other: ChatFrame | null): ChatFrame {
  if (other === null) {
    return base;
  }
  const { content, deleted } = textFrom(other) > textFrom(base) ? other : base;
  const content_seq = Math.max(textFrom(base), textFrom(other));
  const isDeleted = deleted === true || base.deleted === true || other.deleted === true;
  return { ...base, content, content_seq, ...(isDeleted ? { deleted: true } : {}) };
}

function hasText(change: ChangeFrame): boolean {
  return change.type === "edited" && change.content !== null;
}

function changed(base: ChatFrame, changes: readonly ChangeFrame[]): Partial<Message> {
  const edits = changes.filter((change) => change.type === "edited");
  const text = edits.findLast(({ content, seq }) => content !== null && seq > textFrom(base));
  const later = changes.filter(({ seq }) => seq > knownTo(base));
  // A server may not tell it of a message.
  const pin = (base.pinned === undefined ? changes : later).findLast((change) => change.type === "pinned");
  const { reactions, isEdited, isPinned } = messageOf(base);
  return {
    content: text?.content ?? base.content,
    isEdited: isEdited || edits.length > 0,
    isPinned: pin?.on ?? isPinned,
    reactions: reacted(reactions, later.filter((change) => change.type === "reacted")),
  };
}

function reacted(reactions: readonly Reaction[], changes: readonly ReactedFrame[]): readonly Reaction[] {
  const emoji = new Set([...reactions.map((reaction) => reaction.emoji), ...changes.map((change) => change.emoji)]);
  return [...emoji].flatMap((one) => {
    const before = reactions.find((reaction) => reaction.emoji === one) ?? { emoji: one, users: [], others: 0 };
    const after = reactionAfter(before, changes.filter((change) => change.emoji === one));
    return after.users.length + after.others > 0 ? [after] : [];
  });
}

/** An event is only there where it changed something: whoever takes one away that is not listed is one of the others. */
function reactionAfter(before: Reaction, changes: readonly ReactedFrame[]): Reaction {
  const users = new Set(before.users);
  let { others } = before;
  for (const { sender_id, on } of changes) {
    const user = sender_id ?? 0;
    if (on) {
      users.add(user);
    } else if (!users.delete(user)) {
      others = Math.max(0, others - 1);
    }
  }
  return { emoji: before.emoji, users: [...users], others };
}
