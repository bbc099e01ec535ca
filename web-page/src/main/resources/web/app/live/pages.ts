import type { ChatFrame, EventFrame } from "./events.ts";
import type { PageRequest } from "./history.ts";
import type { Batch } from "./picture.ts";

/** What the server answers with a list of messages. */
export interface MessagesJson {
  readonly messages: readonly Omit<ChatFrame, "type">[];
  /** All events up to there are in the messages. Older servers know no other events. */
  readonly as_of?: number;
}

/** Messages as they are now: they stand for all events from the first of them on, or from the beginning. */
export function batchOfMessages({ messages, as_of }: MessagesJson, { before, limit }: PageRequest): Batch {
  const asOf = as_of ?? messages.at(-1)?.seq ?? 0;
  const from = messages.length < limit ? 1 : (messages[0]?.seq ?? 1);
  const events = messages.map((message): ChatFrame => ({ ...message, type: "chat", as_of: asOf }));
  return { events, covers: { from, to: before === undefined ? asOf : before - 1 } };
}

/** Events without a hole. What lies before the first of them was there once, and is gone for good. */
export function batchOfEvents(events: readonly EventFrame[], after: number): Batch {
  const last = events.at(-1);
  return { events, covers: last === undefined ? null : { from: after + 1, to: last.seq } };
}

/** Both; of places, those of the first. */
export function joined(one: Batch, other: Batch): Batch {
  return { events: [...one.events, ...other.events], covers: one.covers };
}
