import type { ConversationId } from "./conversation.ts";
import type { User } from "./user.ts";

/** What every event of a conversation's log has. */
interface Placed {
  readonly conversation: ConversationId;
  readonly seq: number;
  /** Null where the server acts. */
  readonly sender_id: number | null;
  readonly sender: string | null;
  readonly timestamp: string;
  readonly client_id?: string | null;
}

/**
 * A message. Live it is what its author posted; from the storage it has the newest text, and `content_seq`
 * tells of which event. From a list of messages it has `as_of` as well: all events up to there are in it.
 */
export interface ChatFrame extends Placed {
  readonly type: "chat";
  readonly content: string;
  readonly recipient?: string | null;
  readonly is_global?: boolean;
  readonly room?: string;
  readonly content_seq?: number;
  readonly deleted?: boolean;
  readonly as_of?: number;
  readonly pinned?: boolean;
  readonly reactions?: readonly ReactionJson[];
}

export interface ReactionJson {
  readonly emoji: string;
  /** The ids of the first of them, at most 20. */
  readonly users: readonly number[];
  readonly count: number;
  readonly mine?: boolean;
}

export interface EditedFrame extends Placed {
  readonly type: "edited";
  readonly target: number;
  /** Null from the storage where a later one overtook it. */
  readonly content: string | null;
}

export interface DeletedFrame extends Placed {
  readonly type: "deleted";
  readonly target: number;
}

export interface ReactedFrame extends Placed {
  readonly type: "reacted";
  readonly target: number;
  readonly emoji: string;
  readonly on: boolean;
}

export interface PinnedFrame extends Placed {
  readonly type: "pinned";
  readonly target: number;
  readonly on: boolean;
}

export type Role = "owner" | "moderator" | "member";

export interface JoinedFrame extends Placed {
  readonly type: "joined";
  readonly user: User;
  readonly how: "created" | "joined" | "invited";
  readonly role: Role;
}

export interface LeftFrame extends Placed {
  readonly type: "left";
  readonly user: User;
  readonly how: "left" | "removed" | "banned";
}

export interface RoleChangedFrame extends Placed {
  readonly type: "role_changed";
  readonly user: User;
  readonly role: Role;
}

export type Visibility = "public" | "private";
export type WhoMayPost = "members" | "moderators" | "owners";

export interface RoomChangedFrame extends Placed {
  readonly type: "room_changed";
  readonly name?: string;
  readonly topic?: string | null;
  readonly visibility?: Visibility;
  readonly who_may_post?: WhoMayPost;
  readonly archived?: boolean;
}

/** Whole stretches go, as if each message had been deleted. */
export interface ErasedFrame extends Placed {
  readonly type: "erased";
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** All that one user wrote, up to a place. */
export interface AuthorErasedFrame extends Placed {
  readonly type: "author_erased";
  readonly user: number | User;
  readonly up_to: number;
}

/** Something about one message. */
export type ChangeFrame = EditedFrame | DeletedFrame | ReactedFrame | PinnedFrame;

/** Something about the room. */
export type HappeningFrame = JoinedFrame | LeftFrame | RoleChangedFrame | RoomChangedFrame;

/** What this page knows; a server may have events of other types in its logs, which only have a place. */
export type KnownEvent = ChatFrame | ChangeFrame | HappeningFrame | ErasedFrame | AuthorErasedFrame;

/** Of a type that this page does not know. */
export interface UnknownEvent extends Placed {
  readonly type: "unknown";
}

export type EventFrame = KnownEvent | UnknownEvent;

const KNOWN: ReadonlySet<string> = new Set<KnownEvent["type"]>([
  "chat",
  "edited",
  "deleted",
  "reacted",
  "pinned",
  "joined",
  "left",
  "role_changed",
  "room_changed",
  "erased",
  "author_erased",
]);

/** Null for what has no place in a log. */
export function eventIn(json: { readonly type: string }): EventFrame | null {
  const { type, conversation, seq } = json as { type: string; conversation?: unknown; seq?: unknown };
  if (typeof conversation !== "string" || typeof seq !== "number") {
    return null;
  }
  return (KNOWN.has(type) ? json : { ...json, type: "unknown" }) as EventFrame;
}
