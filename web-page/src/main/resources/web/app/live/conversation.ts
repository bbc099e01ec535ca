/** `"global"`, `"room-34"`, `"inbox-12"`, or `"dm-12-57"`: the ids of its two users, the lower one first. */
export type ConversationId = string;

export const GLOBAL: ConversationId = "global";

export function directConversation(one: number, other: number): ConversationId {
  return `dm-${Math.min(one, other)}-${Math.max(one, other)}`;
}

/** The user that `me` talks to; `me` in a conversation with oneself; null where `me` has no part in it. */
export function partnerIn(conversation: ConversationId, me: number): number | null {
  const ids = participantsOf(conversation);
  if (ids === null || !ids.includes(me)) {
    return null;
  }
  return ids[0] === me ? ids[1] : ids[0];
}

/** Whether `me` may try to open it: a link can name anything. */
export function isOpenTo(conversation: ConversationId, me: number): boolean {
  return conversation === GLOBAL || isRoom(conversation) || partnerIn(conversation, me) !== null;
}

export function isRoom(conversation: ConversationId): boolean {
  return roomIdIn(conversation) !== null;
}

/** Null where it is no room. */
export function roomIdIn(conversation: ConversationId): number | null {
  const match = /^room-([1-9]\d{0,15})$/.exec(conversation);
  return match === null ? null : Number(match[1]);
}

export function isDirect(conversation: ConversationId): boolean {
  return participantsOf(conversation) !== null;
}

/** What the server tells one user alone: never shown as a conversation. */
export function isInbox(conversation: ConversationId): boolean {
  return conversation.startsWith("inbox-");
}

function participantsOf(conversation: ConversationId): [number, number] | null {
  const match = /^dm-([1-9]\d{0,15})-([1-9]\d{0,15})$/.exec(conversation);
  if (match === null) {
    return null;
  }
  const [low, high] = [Number(match[1]), Number(match[2])];
  return low <= high ? [low, high] : null;
}
