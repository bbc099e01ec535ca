import type { ConversationEntry, User } from "./frames.ts";

/** A user's conversations, the latest activity first, and the other users in them. */
export interface Overview {
  readonly positions: readonly ConversationEntry[];
  readonly users: readonly User[];
}
