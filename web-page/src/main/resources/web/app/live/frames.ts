import type { ConversationId } from "./conversation.ts";

/** What the server says on a `parley.v2` socket. Mirrors the frames of the chat gateway. */
export type ServerFrame =
  | WelcomeFrame
  | PresenceFrame
  | ChatFrame
  | AckFrame
  | TypingFrame
  | ReadFrame
  | ResumedFrame
  | ErrorFrame
  | PongFrame;

export interface User {
  readonly id: number;
  readonly username: string;
}

/** How far a conversation goes, and how far this user has read it. */
export interface Position {
  readonly conversation: ConversationId;
  readonly last_seq: number;
  readonly read_seq: number;
  /** Messages of others after `read_seq`, counted up to 100; in global 1 may stand for any number. */
  readonly unread?: number;
}

/** The first frame of a connection. */
export interface WelcomeFrame {
  type: "welcome";
  user: User;
  session_id: number;
  heartbeat_ms: number;
  server_time: string;
  limits: { max_content_characters: number; max_frame_bytes: number; max_client_id_length: number };
  conversations: Position[];
}

/** Who is online: everybody once, then who came and who went. */
export type PresenceFrame =
  | { type: "presence"; full: User[] }
  | { type: "presence"; joined: User[]; left: User[] };

/** A stored message; `chat_sent` is the echo of a private one to its sender. */
export interface ChatFrame {
  type: "chat" | "chat_sent";
  conversation: ConversationId;
  seq: number;
  sender_id: number;
  sender: string;
  recipient: string | null;
  content: string;
  timestamp: string;
  client_id?: string | null;
}

/** The message is stored, now or (`duplicate`) before. */
export interface AckFrame {
  type: "ack";
  client_id: string;
  conversation: ConversationId;
  seq: number;
  timestamp: string;
  duplicate: boolean;
}

/** `recipient` is null in the global conversation. */
export interface TypingFrame {
  type: "typing";
  username: string;
  is_typing: boolean;
  recipient: string | null;
  conversation: ConversationId;
}

/** Another device of this user has read so far. */
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

/** With a `client_id` it is about that message. */
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

/** What the page says. A null `recipient` stands for everybody. */
export type ClientFrame =
  | { type: "chat"; client_id: string; content: string; recipient: string | null }
  | { type: "typing"; is_typing: boolean; recipient: string | null }
  | ResumeFrame
  | { type: "read"; conversation: ConversationId; seq: number }
  | { type: "ping" };

const SERVER_TYPES: ReadonlySet<string> = new Set<ServerFrame["type"]>([
  "welcome",
  "presence",
  "chat",
  "chat_sent",
  "ack",
  "typing",
  "read",
  "resumed",
  "error",
  "pong",
]);

/** Null for what this page does not know: a newer server may say more. */
export function parseFrame(text: string): ServerFrame | null {
  try {
    const frame: unknown = JSON.parse(text);
    return isServerFrame(frame) ? frame : null;
  } catch {
    return null;
  }
}

function isServerFrame(frame: unknown): frame is ServerFrame {
  return (
    typeof frame === "object" &&
    frame !== null &&
    "type" in frame &&
    typeof frame.type === "string" &&
    SERVER_TYPES.has(frame.type)
  );
}
