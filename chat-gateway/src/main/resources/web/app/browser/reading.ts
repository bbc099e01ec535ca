import { instantOf } from "../live/clock.ts";
import type { ConversationId } from "../live/conversation.ts";
import type { Position, User } from "../live/frames.ts";
import type { Page, PageRequest } from "../live/history.ts";
import type { Message } from "../live/message.ts";
import { get } from "./http.ts";

interface MessageJson {
  conversation: ConversationId;
  seq: number;
  sender: User;
  content: string;
  created_at: string;
  client_id?: string | null;
}

export async function readPage(conversation: ConversationId, request: PageRequest): Promise<Page | null> {
  const query = new URLSearchParams(Object.entries(request).map(([name, value]) => [name, String(value)]));
  const answer = await get<{ messages: MessageJson[] }>(`/conversations/${conversation}/messages?${query}`);
  return answer.ok ? { messages: answer.value.messages.map(messageOf) } : null;
}

function messageOf(json: MessageJson): Message {
  const { conversation, seq, sender, content, created_at, client_id } = json;
  const at = instantOf(created_at);
  return { conversation, seq, senderId: sender.id, sender: sender.username, content, at, clientId: client_id ?? null };
}

export async function readUsers(): Promise<readonly User[] | null> {
  const answer = await get<User[]>("/users");
  return answer.ok ? answer.value : null;
}

export async function readPositions(): Promise<readonly Position[] | null> {
  const answer = await get<{ conversations: Position[] }>("/conversations");
  return answer.ok ? answer.value.conversations : null;
}
