/** `"global"`, or `"dm-12-57"`: the ids of its two users, the lower one first. */
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

/** Whether `me` may open it: a link can name anything. */
export function isOpenTo(conversation: ConversationId, me: number): boolean {
  return conversation === GLOBAL || partnerIn(conversation, me) !== null;
}

function participantsOf(conversation: ConversationId): [number, number] | null {
  const match = /^dm-([1-9]\d{0,15})-([1-9]\d{0,15})$/.exec(conversation);
  if (match === null) {
    return null;
  }
  const [low, high] = [Number(match[1]), Number(match[2])];
  return low <= high ? [low, high] : null;
}
