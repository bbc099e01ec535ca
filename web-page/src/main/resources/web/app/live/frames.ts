import type { ConversationId } from "./conversation.ts";
import { eventIn, type EventFrame, type Role, type Visibility, type WhoMayPost } from "./events.ts";
import type { User } from "./user.ts";

export type { ChatFrame } from "./events.ts";
export type { User } from "./user.ts";

/** What the server says on a `parley.v2` socket. Mirrors the frames of the chat gateway. */
export type ServerFrame =
  | WelcomeFrame
  | PresenceFrame
  | EventFrame
  | AddedFrame
  | RemovedFrame
  | AckFrame
  | TypingFrame
  | ReadFrame
  | ResumedFrame
  | ErrorFrame
  | PongFrame;

/** How far a conversation goes, and how far this user has read it. */
export interface Position {
  readonly conversation: ConversationId;
  readonly last_seq: number;
  readonly read_seq: number;
  /** Messages of others after `read_seq`: in a direct conversation counted up to 100, else 1 for any number. */
  readonly unread?: number;
}

/** A conversation as this user has it. */
export interface ConversationEntry extends Position {
  readonly kind?: string;
  readonly name?: string | null;
  /** The other one of a direct conversation. */
  readonly with?: User | null;
  readonly role?: Role | null;
  readonly first_seq?: number;
  readonly mentions?: number;
  readonly notify?: string;
  readonly muted_until?: string | null;
  readonly topic?: string | null;
  readonly visibility?: Visibility | null;
  readonly who_may_post?: WhoMayPost;
  readonly archived?: boolean;
}

/** The first frame of a connection. */
export interface WelcomeFrame {
  type: "welcome";
  user: User;
  session_id: number;
  /** Of the protocol: what the server understands. */
  version?: number;
  /** Another one than before: what was known of conversations has no meaning any more. */
  epoch?: string | number;
  heartbeat_ms: number;
  server_time: string;
  limits: { max_content_characters: number; max_frame_bytes: number; max_client_id_length: number };
  /** All that the user is in, up to {@link MOST_CONVERSATIONS}. */
  conversations: ConversationEntry[];
}

/** A welcome with so many may not have them all. */
export const MOST_CONVERSATIONS = 1_000;

/** In the user's inbox: they are in a room now. */
export interface AddedFrame {
  type: "added";
  conversation: ConversationId;
  seq: number;
  room: ConversationEntry;
  at: number;
}

/** In the user's inbox: they are no longer in a room. */
export interface RemovedFrame {
  type: "removed";
  conversation: ConversationId;
  seq: number;
  in: ConversationId;
  at: number;
}

/** Who is online: everybody once, then who came and who went. */
export type PresenceFrame =
  | { type: "presence"; full: User[] }
  | { type: "presence"; joined: User[]; left: User[] };

/** The command is carried out, now or (`duplicate`) before. */
export type AckFrame =
  | { type: "ack"; client_id: string; conversation: ConversationId; seq: number; timestamp: string; duplicate: boolean }
  /** There was nothing to do. */
  | { type: "ack"; client_id: string; conversation: ConversationId; unchanged: true };

export interface TypingFrame {
  type: "typing";
  username: string;
  is_typing: boolean;
  conversation: ConversationId;
}

/** Another device of this user has read so far, or wants everything after it to be unread again. */
export interface ReadFrame {
  type: "read";
  conversation: ConversationId;
  seq: number;
}

/**
 * Answers `resume`. Not `complete`: too far behind, what is after `last_seq` is to be read over HTTP. With a
 * `code` the conversation is no longer this user's.
 */
export type ResumedFrame =
  | { type: "resumed"; conversation: ConversationId; last_seq: number; complete: boolean }
  | { type: "resumed"; conversation: ConversationId; code: string };

/** With a `client_id` it is about that command. */
export interface ErrorFrame {
  type: "error";
  message: string;
  code?: string;
  detail?: string;
  client_id?: string;
  retry_after_ms?: number;
}

export interface PongFrame {
  type: "pong";
  server_time: string;
}

/** How far the page has each conversation: a connection begins with it, at the first visit with none. */
export interface ResumeFrame {
  type: "resume";
  conversations: Record<ConversationId, number>;
}

/** What the page says. */
export type ClientFrame =
  | { type: "post"; conversation: ConversationId; client_id: string; content: string }
  | CommandFrame
  | { type: "typing"; conversation: ConversationId; is_typing: boolean }
  | ResumeFrame
  | { type: "read"; conversation: ConversationId; seq: number }
  | { type: "unread"; conversation: ConversationId; seq: number }
  | { type: "ping" };

/** What somebody does to a message that is there. */
export type Command =
  | { readonly type: "edit"; readonly target: number; readonly content: string }
  | { readonly type: "delete"; readonly target: number }
  | { readonly type: "react"; readonly target: number; readonly emoji: string; readonly on: boolean }
  | { readonly type: "pin"; readonly target: number; readonly on: boolean };

export type CommandFrame = Command & { readonly conversation: ConversationId; readonly client_id: string };

type Unplaced = Exclude<ServerFrame, EventFrame>;

const UNPLACED: ReadonlySet<string> = new Set<Unplaced["type"]>([
  "welcome",
  "presence",
  "added",
  "removed",
  "ack",
  "typing",
  "read",
  "resumed",
  "error",
  "pong",
]);

/**
 * Null for what this page does not know: a newer server may say more. What has a place in a conversation's log
 * is never skipped: it moves the cursor.
 */
export function parseFrame(text: string): ServerFrame | null {
  try {
    const frame: unknown = JSON.parse(text);
    return hasType(frame) ? frameOf(frame) : null;
  } catch {
    return null;
  }
}

function hasType(frame: unknown): frame is { type: string } {
  return typeof frame === "object" && frame !== null && "type" in frame && typeof frame.type === "string";
}

function frameOf(frame: { type: string }): ServerFrame | null {
  return UNPLACED.has(frame.type) ? (frame as Unplaced) : eventIn(frame);
}
