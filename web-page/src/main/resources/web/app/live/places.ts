import { GLOBAL, partnerIn, type ConversationId } from "./conversation.ts";
import type { User } from "./frames.ts";
import type { People, Person } from "./people.ts";

/** What a conversation is for the one who looks at it. */
export type Place =
  | { readonly kind: "global"; readonly conversation: ConversationId }
  | { readonly kind: "oneself"; readonly conversation: ConversationId; readonly person: Person }
  | { readonly kind: "direct"; readonly conversation: ConversationId; readonly person: Person }
  /** The server has not told yet who its other participant is. */
  | { readonly kind: "unknown"; readonly conversation: ConversationId }
  /** Its other participant does not exist. */
  | { readonly kind: "nobody"; readonly conversation: ConversationId };

export function placeOf(conversation: ConversationId, me: User, people: People): Place {
  if (conversation === GLOBAL) {
    return { kind: "global", conversation };
  }
  const partner = partnerIn(conversation, me.id) ?? 0;
  const person = people.get(partner);
  if (person === null) {
    return { kind: people.isMissing(partner) ? "nobody" : "unknown", conversation };
  }
  return { kind: person.id === me.id ? "oneself" : "direct", conversation, person };
}
