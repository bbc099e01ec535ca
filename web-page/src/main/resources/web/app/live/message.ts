import { instantOf } from "./clock.ts";
import type { ConversationId } from "./conversation.ts";
import type { ChatFrame } from "./frames.ts";

/** A stored message; `seq` counts from 1 in its conversation, without holes. */
export interface Message {
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly senderId: number;
  readonly sender: string;
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly clientId: string | null;
}

/** Of a frame, or of what the history answers, which has the same fields. */
export function messageOf(frame: Omit<ChatFrame, "type">): Message {
  return {
    conversation: frame.conversation,
    seq: frame.seq,
    senderId: frame.sender_id,
    sender: frame.sender,
    content: frame.content,
    at: instantOf(frame.timestamp),
    clientId: frame.client_id ?? null,
  };
}
