import { instantOf } from "./clock.ts";
import type { ConversationId } from "./conversation.ts";
import type { ChatFrame, HappeningFrame } from "./events.ts";

/** Who reacted to a message with one emoji. */
export interface Reaction {
  readonly emoji: string;
  /** Those that are known, the first of them first. */
  readonly users: readonly number[];
  /** How many more there are: a long list comes without all of its users. */
  readonly others: number;
}

/** A stored message as it is now; `seq` is its place in its conversation's log. */
export interface Message {
  readonly kind: "message";
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly senderId: number;
  readonly sender: string;
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly clientId: string | null;
  readonly isEdited: boolean;
  readonly isPinned: boolean;
  readonly reactions: readonly Reaction[];
}

/** Something that happened to the room: a line of its own between the messages. */
export interface Happening {
  readonly kind: "happening";
  readonly seq: number;
  readonly at: number;
  readonly event: HappeningFrame;
}

/** What a timeline shows, in the order of `seq`. */
export type Item = Message | Happening;

/** As it was posted. */
export function messageOf(frame: ChatFrame): Message {
  return {
    kind: "message",
    conversation: frame.conversation,
    seq: frame.seq,
    senderId: frame.sender_id ?? 0,
    sender: frame.sender ?? "",
    content: frame.content,
    at: instantOf(frame.timestamp),
    clientId: frame.client_id ?? null,
    isEdited: (frame.content_seq ?? frame.seq) > frame.seq,
    isPinned: frame.pinned === true,
    reactions: (frame.reactions ?? []).map(({ emoji, users, count }) => ({ emoji, users, others: Math.max(0, count - users.length) })),
  };
}

export function happeningOf(event: HappeningFrame): Happening {
  return { kind: "happening", seq: event.seq, at: instantOf(event.timestamp), event };
}
