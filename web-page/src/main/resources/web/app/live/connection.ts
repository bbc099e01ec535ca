/** Where the connection stands, as far as a person wants to know. */
export type Connection =
  | { kind: "connecting" }
  | { kind: "open" }
  /** Until the clock's `elapsed()` is `retryAt`. */
  | { kind: "waiting"; retryAt: number }
  | { kind: "ended"; because: Ending };

/** Why there is no use in trying again. */
export type Ending = "session_invalid" | "too_many_sockets" | "origin_not_allowed" | "another_user" | "stopped";

/** Null for a close code after which a client comes back. */
export function endingOf(closeCode: number): Ending | null {
  switch (closeCode) {
    case 4001:
      return "session_invalid";
    case 4011:
      return "too_many_sockets";
    case 1008:
      return "origin_not_allowed";
    default:
      return null;
  }
}
