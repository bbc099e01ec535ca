import type { ConversationId } from "../live/conversation.ts";
import type { ChatFrame, Position, User } from "../live/frames.ts";
import type { Page, PageRequest } from "../live/history.ts";
import { messageOf } from "../live/message.ts";
import type { Overview } from "../live/overview.ts";
import { get } from "./http.ts";

/** The history's messages have the fields of the `chat` frames. */
type MessageJson = Omit<ChatFrame, "type">;

interface OverviewJson extends Position {
  readonly with: User | null;
}

export async function readPage(conversation: ConversationId, request: PageRequest): Promise<Page | null> {
  const query = new URLSearchParams(Object.entries(request).map(([name, value]) => [name, String(value)]));
  const answer = await get<{ messages: MessageJson[] }>(`/conversations/${conversation}/messages?${query}`);
  return answer.ok ? { messages: answer.value.messages.map(messageOf) } : null;
}

/** The latest ones; the `welcome` frame has them all. */
export async function readOverview(): Promise<Overview | null> {
  const answer = await get<{ conversations: OverviewJson[] }>("/conversations?limit=200");
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
  const answer = await get<User[]>(`/users?${new URLSearchParams({ query: "", after: String(id - 1), limit: "1" })}`);
  return answer.ok ? answer.value.find((user) => user.id === id) : null;
}

/** The best matches. */
export async function findUsers(name: string): Promise<readonly User[] | null> {
  const answer = await get<User[]>(`/users?${new URLSearchParams({ query: name, order: "match", limit: "50" })}`);
  return answer.ok ? answer.value : null;
}
