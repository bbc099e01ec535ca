import { GLOBAL, isRoom, partnerIn, type ConversationId } from "./conversation.ts";
import type { User } from "./frames.ts";
import type { People, Person } from "./people.ts";
import type { Room, Rooms } from "./rooms.ts";

/** What a conversation is for the one who looks at it. */
export type Place =
  | { readonly kind: "global"; readonly conversation: ConversationId }
  | { readonly kind: "room"; readonly conversation: ConversationId; readonly room: Room }
  /** A room that one is not in, or that does not exist. */
  | { readonly kind: "outside"; readonly conversation: ConversationId }
  | { readonly kind: "oneself"; readonly conversation: ConversationId; readonly person: Person }
  | { readonly kind: "direct"; readonly conversation: ConversationId; readonly person: Person }
  /** The server has not told yet who its other participant is. */
  | { readonly kind: "unknown"; readonly conversation: ConversationId }
  /** Its other participant does not exist. */
  | { readonly kind: "nobody"; readonly conversation: ConversationId };

/** Of what places are made. */
export interface Known {
  readonly me: User;
  readonly people: People;
  readonly rooms: Rooms;
  /** Whether the server has told which rooms there are. */
  readonly positions: { readonly isKnown: boolean };
}

export function placeOf(conversation: ConversationId, known: Known): Place {
  if (conversation === GLOBAL) {
    return { kind: "global", conversation };
  }
  return isRoom(conversation) ? roomPlace(conversation, known) : directPlace(conversation, known);
}

function roomPlace(conversation: ConversationId, { rooms, positions }: Known): Place {
  const room = rooms.get(conversation);
  if (room === null) {
    return { kind: positions.isKnown ? "outside" : "unknown", conversation };
  }
  return { kind: "room", conversation, room };
}

function directPlace(conversation: ConversationId, { me, people }: Known): Place {
  const partner = partnerIn(conversation, me.id) ?? 0;
  const person = people.get(partner);
  if (person === null) {
    return { kind: people.isMissing(partner) ? "nobody" : "unknown", conversation };
  }
  return { kind: person.id === me.id ? "oneself" : "direct", conversation, person };
}
