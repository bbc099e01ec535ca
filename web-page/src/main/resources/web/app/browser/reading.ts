import { isRoom, type ConversationId } from "../live/conversation.ts";
import { eventIn, type ChatFrame, type EventFrame } from "../live/events.ts";
import type { ConversationEntry, User } from "../live/frames.ts";
import type { PageRequest } from "../live/history.ts";
import type { Overview } from "../live/overview.ts";
import { batchOfEvents, batchOfMessages, joined, type MessagesJson } from "../live/pages.ts";
import type { Batch } from "../live/picture.ts";
import { get } from "./http.ts";

const EVENTS_A_REQUEST = 200;
/** What is more than so many requests away stays without its lines between the messages. */
const MOST_REQUESTS = 5;

/** Before a place, messages; after one, events. */
export async function readPage(conversation: ConversationId, request: PageRequest): Promise<Batch | null> {
  return request.after === undefined ? readMessages(conversation, request) : readEvents(conversation, request.after, request.limit);
}

async function readMessages(conversation: ConversationId, request: PageRequest): Promise<Batch | null> {
  const answer = await get<MessagesJson>(`/conversations/${conversation}/messages?${queryOf({ ...request })}`);
  if (!answer.ok) {
    return null;
  }
  const page = batchOfMessages(answer.value, request);
  return isRoom(conversation) ? withLines(conversation, page) : page;
}

/** Lists of messages leave out who came and went, and what else happened in a room. */
async function withLines(conversation: ConversationId, page: Batch): Promise<Batch> {
  let all = page;
  let after = (page.covers?.from ?? 1) - 1;
  for (let request = 0; request < MOST_REQUESTS && after < (page.covers?.to ?? 0); request++) {
    const events = await readEvents(conversation, after, EVENTS_A_REQUEST);
    if (events === null || events.events.length === 0) {
      break;
    }
    after = events.events.at(-1)?.seq ?? Infinity;
    all = joined(all, events);
  }
  return all;
}

async function readEvents(conversation: ConversationId, after: number, limit: number): Promise<Batch | null> {
  const answer = await get<{ events: readonly { type: string }[] }>(`/conversations/${conversation}/events?${queryOf({ after, limit })}`);
  return answer.ok ? batchOfEvents(eventsIn(answer.value.events), after) : null;
}

export function eventsIn(frames: readonly { type: string }[]): EventFrame[] {
  return frames.flatMap((frame) => eventIn(frame) ?? []);
}

/** The pinned messages, as they are now. */
export async function readPins(conversation: ConversationId): Promise<readonly ChatFrame[] | null> {
  const answer = await get<{ pins: readonly ChatFrame[] }>(`/conversations/${conversation}/pins`);
  return answer.ok ? answer.value.pins : null;
}

/** An earlier text of a message. */
export interface Revision {
  readonly content: string;
  readonly written_at: string;
}

export async function readRevisions(conversation: ConversationId, seq: number): Promise<readonly Revision[] | null> {
  const answer = await get<{ revisions: readonly Revision[] }>(`/conversations/${conversation}/messages/${seq}/revisions`);
  return answer.ok ? answer.value.revisions : null;
}

/** The latest ones; the `welcome` frame has them all. */
export async function readOverview(): Promise<Overview | null> {
  const answer = await get<{ conversations: ConversationEntry[] }>("/conversations?limit=200");
  if (!answer.ok) {
    return null;
  }
  const positions = answer.value.conversations;
  return { positions, users: positions.flatMap((position) => position.with ?? []) };
}

/** Some: however many there are, they are found by name, and those online tell of themselves. */
export async function readSomeUsers(): Promise<readonly User[] | null> {
  const answer = await get<User[]>("/users?limit=200");
  return answer.ok ? answer.value : null;
}

/** By the list of all, in the order of their ids: undefined where nobody has this one. */
export async function readUser(id: number): Promise<User | undefined | null> {
  const answer = await get<User[]>(`/users?${queryOf({ query: "", after: id - 1, limit: 1 })}`);
  return answer.ok ? answer.value.find((user) => user.id === id) : null;
}

/** The best matches. */
export async function findUsers(name: string): Promise<readonly User[] | null> {
  const answer = await get<User[]>(`/users?${queryOf({ query: name, order: "match", limit: 50 })}`);
  return answer.ok ? answer.value : null;
}

function queryOf(parameters: Record<string, string | number>): URLSearchParams {
  return new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}
