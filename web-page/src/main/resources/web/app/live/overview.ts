import type { Position, User } from "./frames.ts";

/** A user's conversations, the latest activity first, and the other users in them. */
export interface Overview {
  readonly positions: readonly Position[];
  readonly users: readonly User[];
}
